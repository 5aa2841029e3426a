import type { FactsObject, FactsValue } from '../../logic/index.ts';

/** A case as a test states it. */
export interface Case {
  readonly activity: string;
  readonly facts: FactsObject;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
}

/** A way into facts: keys of records and positions in lists. */
export type Steps = readonly (string | number)[];

/** What stands at a place in facts; undefined where nothing does. */
export function factAt(value: FactsValue | undefined, [step, ...rest]: Steps): FactsValue | undefined {
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return factAt(isList(value) ? value[Number(step)] : value[step], rest);
}

/** The facts with another value at a place, making records and lists on the way; undefined takes it away. */
export function withFact(
  facts: FactsValue | undefined,
  [step, ...rest]: Steps,
  value: FactsValue | undefined,
): FactsValue | undefined {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = isList(facts) ? [...facts] : [];
    const entry = withFact(list[step], rest, value);
    if (entry === undefined) list.splice(step, 1);
    else list[step] = entry;
    return list;
  }
  const isRecord = typeof facts === 'object' && facts !== null && !isList(facts);
  const { [step]: before, ...others } = isRecord ? facts : {};
  const after = withFact(before, rest, value);
  return after === undefined ? others : { ...(isRecord ? facts : {}), [step]: after };
}

/** `customer.consents[0].status` */
export function stepsText(steps: Steps): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

export function isList(value: FactsValue | undefined): value is readonly FactsValue[] {
  return Array.isArray(value);
}

export function isRecord(value: FactsValue | undefined): value is FactsObject {
  return typeof value === 'object' && value !== null && !isList(value);
}
