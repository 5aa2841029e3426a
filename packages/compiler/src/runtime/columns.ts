import type { PermitsOptions } from './activity.ts';
import { readNow } from './moments.ts';
import type { Plan, Reaching } from './reaching.ts';

declare const encoded: unique symbol;

/**
 * Facts as columns of numbers, for answers about many at once. They belong to the activity that made them.
 *
 * Row by row: `situations` has the number of the situation that the facts are in, or -1 where the row is decided by
 * itself; `selectors` has the number of the term by which each group of policies is found, as many as there are groups;
 * `numbers` has the numbers that rules compare with constants. `rows` holds what else rules may have to look at; it is
 * undefined for facts that are refused, which permit nothing.
 */
export interface FactColumns<Name extends string> {
  readonly [encoded]?: Name;
  readonly length: number;
  readonly situations: Int32Array;
  readonly selectors: Int32Array;
  readonly numbers: Float64Array;
  readonly rows: readonly (object | undefined)[];
}

/** What is needed to decide over columns. */
export interface ColumnAsker<Encoded extends object> {
  readonly reaching: Reaching<Encoded>;
  /** The facts in memory, and who claims them; undefined where they are refused. */
  encode(facts: unknown): { readonly facts: Encoded; readonly claims: readonly number[] } | undefined;
  /** A row that is decided by itself. */
  permits(facts: Encoded, options: PermitsOptions): boolean;
}

export function encodeColumns<Name extends string, Encoded extends object>(
  { reaching, encode }: ColumnAsker<Encoded>,
  facts: readonly unknown[],
): FactColumns<Name> {
  const { ways, entry, mandates } = reaching;
  const { length } = facts;
  const columns = {
    length,
    situations: new Int32Array(length).fill(-1),
    selectors: new Int32Array(length * ways.length),
    numbers: new Float64Array(length * entry.numbers),
    rows: new Array<Encoded | undefined>(length).fill(undefined),
  };
  for (let row = 0; row < length; row += 1) {
    const read = encode(facts[row]);
    if (read === undefined) continue;
    columns.rows[row] = read.facts;
    const [claim] = read.claims;
    if (mandates || claim === undefined || read.claims.length > 1) continue;
    columns.situations[row] = entry.situationOf(read.facts);
    const asked = { facts: read.facts, now: 0, claim };
    for (const [index, way] of ways.entries()) columns.selectors[row * ways.length + index] = way.of(asked);
    entry.readNumbers(read.facts, columns.numbers, row * entry.numbers);
  }
  return columns;
}

/** 1 for each row that is permitted, else 0. */
export function permitColumns<Encoded extends object>(
  asker: ColumnAsker<Encoded>,
  columns: FactColumns<string>,
  options: PermitsOptions,
): Uint8Array {
  const { situations, selectors, numbers, length } = columns;
  const { ways, entry } = asker.reaching;
  const answers = new Uint8Array(length);
  if (readNow(options?.now) === undefined) return answers;
  const width = ways.length;
  for (let row = 0; row < length; row += 1) {
    const situation = situations[row] ?? -1;
    let answer = situation < 0 ? alone : silent;
    for (let index = 0; index < width && answer !== alone && answer !== forbidden; index += 1) {
      const plan = ways[index]?.places[(selectors[row * width + index] ?? 0) + 1]?.plans[situation];
      const said = plan === undefined ? alone : saidBy(plan, numbers, row * entry.numbers);
      answer = said > answer ? said : answer;
    }
    if (answer === alone) answers[row] = permitsAlone(asker, columns, row, options) ? 1 : 0;
    else if (answer === permitted) answers[row] = 1;
  }
  return answers;
}

/** What the policies of one group say, from the weakest word to the one that needs the facts themselves. */
const silent = 0;
const permitted = 1;
const forbidden = 2;
const alone = 3;

function saidBy<Encoded>(
  { isForbidden, isWhole, hasLimits, limits, permits }: Plan<Encoded>,
  numbers: Float64Array,
  at: number,
): number {
  if (isForbidden) return forbidden;
  if (!isWhole) return alone;
  if (hasLimits) {
    for (let index = 0, number = at; index < limits.length; index += 2, number += 1) {
      // Positions are below the length.
      const value = numbers[number] as number;
      if (value < (limits[index] as number) || value > (limits[index + 1] as number)) return forbidden;
    }
  }
  return permits ? permitted : silent;
}

function permitsAlone<Encoded extends object>(
  asker: ColumnAsker<Encoded>,
  { rows }: FactColumns<string>,
  row: number,
  options: PermitsOptions,
): boolean {
  // Rows are made by `encodeColumns` of the same activity.
  const facts = rows[row] as Encoded | undefined;
  return facts !== undefined && asker.permits(facts, options);
}
