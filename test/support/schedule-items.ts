import fc from 'fast-check';
import type { Judgment } from '../../packages/compiler/src/interpreting/judgment.ts';
import type { Today } from '../../packages/compiler/src/interpreting/schedules/bounds.ts';
import type { Item } from '../../packages/compiler/src/interpreting/schedules/items.ts';
import type {
  Authority,
  Policy,
  ScheduleAction,
  ScheduleRule,
} from '../../packages/compiler/src/logic/index.ts';
import type { Truth } from '../../packages/compiler/src/runtime/index.ts';
import { localDate } from '../../packages/compiler/src/runtime/index.ts';
import { parseSourceFile } from '../../packages/compiler/src/syntax/index.ts';

/** Law and sector bind together; the others follow one by one. */
export const authorities: readonly Authority[] = [
  { name: 'law', rank: 0, binding: true, tenant: false },
  { name: 'sector', rank: 1, binding: true, tenant: false },
  { name: 'standard', rank: 2, binding: false, tenant: false },
  { name: 'company', rank: 3, binding: false, tenant: true },
];

/** An item in few words. Days count from 1970-01-01. */
export interface ItemSketch {
  readonly action: ScheduleAction;
  readonly truth?: Truth;
  /** A day, none, or unknown. */
  readonly date?: number | 'none' | 'unknown';
  /** The last day where it is not known whether it is extended: between both. */
  readonly extended?: number;
  readonly authority?: number;
  readonly zone?: string;
  readonly absolute?: boolean;
  readonly done?: Truth;
}

let place: Item['rule']['place'] | undefined;

function somePlace(): Item['rule']['place'] {
  const [declaration] = parseSourceFile({ path: 'p.privacy', text: 'policy p "P" { }' }).declarations;
  const unit = declaration?.unit;
  if (unit === undefined) throw new Error('there is a declaration');
  place ??= { unit, start: 0, end: 0 };
  return place;
}

function judgment(truth: Truth): Judgment {
  return { truth, asks: [], until: Number.POSITIVE_INFINITY };
}

/** An item as the interpreter finds it, without a program around it. */
export function itemOf(sketch: ItemSketch, id = 'p.r'): Item {
  const { action, truth = 'true', authority = 0, zone = 'UTC', absolute = false, done = 'false' } = sketch;
  const holder = authorities[authority];
  if (holder === undefined) throw new Error(`there is an authority ${authority}`);
  const policy: Policy = {
    id: 'p',
    title: 'P',
    authority: holder,
    sources: [],
    zone,
    everywhere: false,
    parts: [],
    schedules: [],
    place: somePlace(),
  };
  const rule: ScheduleRule = {
    kind: 'schedule',
    id,
    title: id,
    cites: [],
    condition: {
      kind: 'truth',
      value: true,
      place: somePlace(),
      traits: { canBeUnknown: false, canBeNone: false, readsTime: false, facts: [] },
    },
    exceptions: [],
    obligations: [],
    place: somePlace(),
    action,
    absolute,
  };
  return {
    policy,
    rule,
    provision: rule,
    applies: judgment('true'),
    stands: judgment(truth),
    truth,
    last: lastOf(sketch),
    done: judgment(done),
  };
}

function lastOf({ date = 'none', extended }: ItemSketch): Item['last'] {
  const common = { unit: 'date', candidates: [], asks: [], until: Number.POSITIVE_INFINITY } as const;
  const [never, always] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (date === 'unknown') return { ...common, earliest: never, latest: always };
  if (date === 'none') return { ...common, earliest: always, latest: always };
  const other = extended ?? date;
  return { ...common, earliest: Math.min(date, other), latest: Math.max(date, other) };
}

/** Items of each claim; what is impossible is no item. */
export function itemsOf(claims: readonly (readonly ItemSketch[])[]): readonly (readonly Item[])[] {
  return claims.map((sketches, claim) =>
    sketches.flatMap((sketch, index) => {
      const item = itemOf(sketch, `p.r${claim}-${index}`);
      return item.truth === 'false' ? [] : [item];
    }),
  );
}

export function todayAt(instant: number): Today {
  return (zone) => localDate(zone, instant) ?? 0;
}

const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Honolulu', 'Europe/Berlin'] as const;

/** Days are few, so that they meet. */
export const anyDay = fc.integer({ min: 20_000, max: 20_008 });

const anyTruth = fc.constantFrom<Truth>('true', 'true', 'true', 'unknown');

/** Items of all actions that move the window; with `isKnown`, nothing about them is open. */
export function anyItem(
  options: { readonly isKnown?: boolean; readonly zone?: string } = {},
): fc.Arbitrary<ItemSketch> {
  const { isKnown = false, zone } = options;
  const date: fc.Arbitrary<number | 'none' | 'unknown'> = isKnown
    ? fc.oneof({ weight: 8, arbitrary: anyDay }, { weight: 1, arbitrary: fc.constant('none' as const) })
    : fc.oneof(
        { weight: 8, arbitrary: anyDay },
        { weight: 1, arbitrary: fc.constant('none' as const) },
        { weight: 2, arbitrary: fc.constant('unknown' as const) },
      );
  const sketch = fc.record({
    action: fc.constantFrom<ScheduleAction>('keep', 'keep', 'erase', 'erase', 'anonymise', 'hold'),
    truth: isKnown ? fc.constant<Truth>('true') : anyTruth,
    date,
    authority: fc.integer({ min: 0, max: 3 }),
    zone: zone === undefined ? fc.constantFrom(...zones) : fc.constant(zone),
    absolute: fc.boolean(),
  });
  if (isKnown) return sketch;
  return fc
    .tuple(sketch, fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 4 }))
    .map(([one, longer]) =>
      longer === undefined || typeof one.date !== 'number' ? one : { ...one, extended: one.date + longer },
    );
}

export function anyClaims(item: fc.Arbitrary<ItemSketch>): fc.Arbitrary<readonly (readonly ItemSketch[])[]> {
  return fc.array(fc.array(item, { maxLength: 5 }), { minLength: 1, maxLength: 3 });
}
