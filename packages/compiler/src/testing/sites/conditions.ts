import type { Formula, Place, Program, Provision, Value } from '../../logic/index.ts';
import { isFormula, partsOf } from '../../logic/index.ts';
import type { DeclarationUnit } from '../../syntax/index.ts';
import { partSites, provisionSites, rootsOf } from './provisions.ts';

/**
 * A condition of the sources. What an author wrote once may have been read several times, once for each activity that a
 * policy is about and again where it lifts: all of these readings are one condition.
 */
export interface ConditionSite {
  /** The same for all readings. */
  readonly key: string;
  readonly place: Place;
  /** In the order in which they were found. */
  readonly readings: readonly Formula[];
  /** It has no words of its own: each day of `weekday is one of (…)`. */
  readonly isPart: boolean;
  /** It says no more than the rule around it: `in force` and `when` together. */
  readonly isWhole: boolean;
  /** The id of the rule or exception that it is part of; absent in defines and in what policies apply to. */
  readonly within?: string;
  /** The define that it is part of. */
  readonly define?: string;
}

/** All conditions of a program and the site of each reading. */
export interface ConditionSites {
  readonly all: readonly ConditionSite[];
  readonly siteOf: ReadonlyMap<Formula, ConditionSite>;
}

/** Finds every condition of the policies and of all defines, derived facts included where policies read them. */
export function conditionSites(program: Program): ConditionSites {
  const sites = new Map<string, Draft>();
  const siteOf = new Map<Formula, Draft>();
  for (const root of rootsOfProgram(program)) {
    visit(root.node, undefined, { root, sites, siteOf, seen: new Set() });
  }
  return { all: [...sites.values()], siteOf };
}

/** A condition or value that is no part of another one. */
export interface Root {
  readonly node: Formula | Value;
  /** The provision whose condition it is. */
  readonly home?: Provision;
  readonly define?: string;
}

/** What everything else hangs from: when policies apply, what provisions say, what defines stand for. */
export function rootsOfProgram(program: Program): readonly Root[] {
  return [
    ...partSites(program).map(({ applies }) => ({ node: applies })),
    ...provisionSites(program).flatMap(({ provision }) =>
      rootsOf(provision).map((node) => ({ node, home: provision })),
    ),
    ...[...program.defines.values()].map(({ name, body }) => ({
      node: body.kind === 'formula' ? body.formula : body.value,
      define: name,
    })),
  ];
}

interface Draft extends ConditionSite {
  readonly readings: Formula[];
}

interface Walk {
  readonly root: Root;
  readonly sites: Map<string, Draft>;
  readonly siteOf: Map<Formula, Draft>;
  readonly seen: Set<Formula | Value>;
}

/** The nearest condition above. */
interface Above {
  readonly place: Place;
  readonly key: string;
  /** Its words are its own already. */
  readonly isNoted: boolean;
}

function visit(node: Formula | Value, above: Above | undefined, walk: Walk): void {
  if (walk.seen.has(node)) return;
  walk.seen.add(node);
  const here = isFormula(node) ? noteFormula(node, above, walk) : above;
  for (const [index, part] of partsOf(node).entries()) {
    visit(part, here === undefined ? undefined : { ...here, key: `${here.key}/${index}` }, walk);
  }
}

/** `x is not …` is one condition with one truth, that of its words; `not (…)` says nothing beside what it negates. */
function noteFormula(formula: Formula, above: Above | undefined, walk: Walk): Above {
  const { place } = formula;
  const isInside = above !== undefined && isSamePlace(above.place, place);
  const key = isInside ? above.key : placeKey(place);
  const isPart = isInside && above.isNoted;
  if (formula.kind === 'not' && !isSamePlace(formula.operand.place, place)) {
    return { place, key, isNoted: isPart };
  }
  if (formula.kind !== 'truth') noteReading(formula, { key, isPart }, walk);
  return { place, key, isNoted: true };
}

function noteReading(
  formula: Formula,
  { key, isPart }: { readonly key: string; readonly isPart: boolean },
  { root, sites, siteOf }: Walk,
): void {
  if (siteOf.has(formula)) return;
  const draft = sites.get(key) ?? {
    key,
    place: formula.place,
    readings: [],
    isPart,
    isWhole: isWhole(formula, root),
    ...(root.home === undefined ? {} : { within: root.home.id }),
    ...(root.define === undefined ? {} : { define: root.define }),
  };
  draft.readings.push(formula);
  sites.set(key, draft);
  siteOf.set(formula, draft);
}

/** `in force` and a condition, put together where neither author nor reader sees a word for it. */
function isWhole(formula: Formula, { node, home }: Root): boolean {
  if (formula.kind !== 'and') return false;
  if (formula.operands[0]?.kind === 'in-force') return true;
  return formula === node && home !== undefined && isSamePlace(formula.place, home.place);
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.unit === other.unit && one.start === other.start && one.end === other.end;
}

const unitNumbers = new WeakMap<DeclarationUnit, number>();
let unitCount = 0;

/** A text that stands for a place; it never shows in any output. */
function placeKey({ unit, start, end }: Place): string {
  const number = unitNumbers.get(unit) ?? ++unitCount;
  unitNumbers.set(unit, number);
  return `${number}:${start}-${end}`;
}
