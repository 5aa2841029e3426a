import type { GeneratedActivity, GeneratedField, GeneratedType, Model } from './model.ts';

/** Something that a condition can read. */
export interface Readable {
  readonly text: string;
  readonly type: GeneratedType;
  readonly canBeUnknown: boolean;
  readonly canBeNone: boolean;
  /** `else` may follow. */
  readonly isPath: boolean;
}

/** What a condition may be made of at its place. */
export interface WritingScope {
  readonly model: Model;
  readonly readables: readonly Readable[];
  /** Names that stand for conditions. */
  readonly conditions: readonly string[];
  /** How many quantifiers stand around. */
  readonly quantifiers: number;
  /** Claims and derived facts read no clocks. */
  readonly readsClock: boolean;
  readonly usesDefines: boolean;
  /** There is a fact `counted-on`. */
  readonly hasCountedOn: boolean;
}

/** The facts of an activity with all that lies below them; its claim and derived facts. */
export function activityScope(model: Model, activity: GeneratedActivity): WritingScope {
  const derived = activity.derived.filter(({ isCondition }) => !isCondition);
  const claim: Readable[] =
    activity.claim === undefined
      ? []
      : [
          {
            text: activity.claim.name,
            type: { kind: 'term', taxonomy: activity.claim.taxonomy, within: true },
            canBeUnknown: true,
            canBeNone: false,
            isPath: false,
          },
        ];
  return {
    model,
    readables: [
      ...readablesOf(model, activity.fields),
      ...claim,
      ...derived.map(({ name, type }) => ({
        text: name,
        type,
        canBeUnknown: true,
        canBeNone: false,
        isPath: false,
      })),
    ],
    conditions: activity.derived.filter(({ isCondition }) => isCondition).map(({ name }) => name),
    quantifiers: 0,
    readsClock: true,
    usesDefines: true,
    hasCountedOn: true,
  };
}

export function readablesOf(
  model: Model,
  fields: readonly GeneratedField[],
  of?: Readable,
): readonly Readable[] {
  return fields.flatMap((field) => {
    const readable: Readable = {
      text: of === undefined ? field.name : `${of.text}.${field.name}`,
      type: field.type,
      canBeUnknown: field.optional || of?.canBeUnknown === true,
      canBeNone: field.orNone || of?.canBeNone === true,
      isPath: true,
    };
    return [readable, ...inside(model, readable)];
  });
}

/** What lies below a record. */
export function inside(model: Model, readable: Readable): readonly Readable[] {
  if (readable.type.kind !== 'record') return [];
  return readablesOf(model, model.records.get(readable.type.record) ?? [], readable);
}

/** The scope below a quantifier over a list. */
export function entryScope(scope: WritingScope, variable: string, element: GeneratedType): WritingScope {
  const entry: Readable = {
    text: variable,
    type: element,
    canBeUnknown: false,
    canBeNone: false,
    isPath: true,
  };
  return {
    ...scope,
    // What the entry has counts twice, so that conditions are mostly about it.
    readables: [...scope.readables, entry, ...inside(scope.model, entry), ...inside(scope.model, entry)],
    quantifiers: scope.quantifiers + 1,
  };
}

export function sameType(left: GeneratedType, right: GeneratedType): boolean {
  if (left.kind !== right.kind) return false;
  if (left.kind === 'term' || left.kind === 'scope')
    return 'taxonomy' in right && left.taxonomy === right.taxonomy;
  if (left.kind === 'record') return right.kind === 'record' && left.record === right.record;
  if (left.kind === 'list') return right.kind === 'list' && sameType(left.element, right.element);
  return true;
}
