import type { Constant, Duration, Formula, Program, Value } from '../../logic/index.ts';
import { isFormula, partsOf } from '../../logic/index.ts';
import { sortedBy } from '../../support/index.ts';

/** What conditions read and compare with: where it pays to look for cases that they tell apart. */
export interface Hints {
  /** Facts by their schematic paths, sorted. */
  readonly paths: readonly string[];
  readonly readsTime: boolean;
  readonly asksWeekday: boolean;
  readonly durations: readonly Duration[];
  /** Numbers that ages are compared with, among others. */
  readonly numbers: readonly number[];
  /** Days since 1970-01-01 on which something begins or ends. */
  readonly dates: readonly number[];
  /** Milliseconds since midnight. */
  readonly times: readonly number[];
  readonly instants: readonly number[];
  /** Terms that are handed to defines, and others that are worth trying beside those that the rules tell apart. */
  readonly terms: readonly string[];
  /** Time zones that are named. */
  readonly zones: readonly string[];
}

/** Collects hints from conditions and from the defines that they call. */
export function collectHints(program: Program, roots: readonly (Formula | Value)[]): Hints {
  const found: Found = { constants: [], dates: new Set(), asksWeekday: false, seen: new Set() };
  for (const root of roots) visit(root, found, program);
  const valuesOf = (type: 'number' | 'time' | 'instant'): readonly number[] =>
    distinct(found.constants.flatMap((constant) => (constant.type === type ? [constant.value] : [])));
  return {
    paths: [...new Set(roots.flatMap(({ traits }) => traits.facts))].sort(),
    readsTime: roots.some(({ traits }) => traits.readsTime),
    asksWeekday: found.asksWeekday,
    durations: durationsIn(found.constants),
    numbers: valuesOf('number'),
    dates: distinct(found.dates),
    times: valuesOf('time'),
    instants: valuesOf('instant'),
    terms: [
      ...new Set(found.constants.flatMap((constant) => (constant.type === 'term' ? [constant.value] : []))),
    ].sort(),
    zones: [
      ...new Set(
        found.constants.flatMap((constant) => (constant.type === 'timezone' ? [constant.value] : [])),
      ),
    ].sort(),
  };
}

interface Found {
  readonly constants: Constant[];
  readonly dates: Set<number>;
  asksWeekday: boolean;
  readonly seen: Set<Formula | Value>;
}

function visit(node: Formula | Value, found: Found, program: Program): void {
  if (found.seen.has(node)) return;
  found.seen.add(node);
  if (isFormula(node)) noteFormula(node, found, program);
  else noteValue(node, found);
  for (const part of partsOf(node)) visit(part, found, program);
  if (node.kind !== 'call' && node.kind !== 'call-value') return;
  const body = program.defines.get(node.define)?.body;
  if (body !== undefined) visit(body.kind === 'formula' ? body.formula : body.value, found, program);
}

function noteFormula(formula: Formula, found: Found, program: Program): void {
  if (formula.kind === 'in-force') noteDates([formula.from, formula.until], found);
  if (formula.kind !== 'term-test') return;
  for (const option of formula.options) {
    if (option.kind === 'group') noteGroup(option.group, found, program);
  }
}

function noteGroup(name: string, found: Found, program: Program): void {
  for (const entry of program.groups.get(name)?.entries ?? []) {
    noteDates([entry.from, entry.until], found);
    if (entry.kind === 'group') noteGroup(entry.name, found, program);
  }
}

function noteDates(dates: readonly (number | undefined)[], found: Found): void {
  for (const date of dates) if (date !== undefined) found.dates.add(date);
}

function noteValue(value: Value, found: Found): void {
  if (value.kind === 'clock') {
    if (value.reading === 'weekday') found.asksWeekday = true;
  } else if (value.kind === 'constant') {
    found.constants.push(value.constant);
    if (value.constant.type === 'date') found.dates.add(value.constant.value);
  }
}

function distinct(values: Iterable<number>): readonly number[] {
  return [...new Set(values)].sort((left, right) => left - right);
}

function durationsIn(constants: readonly Constant[]): readonly Duration[] {
  const durations = constants.filter((constant) => constant.type === 'duration');
  const byText = new Map(durations.map((duration) => [`${duration.unit} ${duration.amount}`, duration]));
  return sortedBy(byText.values(), ({ unit, amount }) => `${unit} ${String(amount).padStart(20, '0')}`);
}
