import type { OffsetValue, Period, Place, Value } from '../../logic/index.ts';
import { periodOf } from '../coverage/index.ts';
import type { AnyProvision } from '../sites/index.ts';
import { movedValues } from './boundary-changes.ts';
import type { ChangeSetting } from './condition-changes.ts';
import type { MutantKind } from './mutant.ts';
import type { ProvisionChange } from './rewrite.ts';

/** A change to when something has to be kept or done. */
export interface PeriodChange {
  readonly place: Place;
  readonly kind: Extract<MutantKind, 'boundary' | 'condition'>;
  readonly change: string;
  readonly apply: ProvisionChange;
}

/** Longer and shorter periods, clocks that start elsewhere, and periods that nothing extends, moves on or ends. */
export function periodChanges(provision: AnyProvision, setting: ChangeSetting): readonly PeriodChange[] {
  return [...changesOfPeriod(periodOf(provision), setting), ...withoutDone(provision)];
}

function changesOfPeriod(period: Period | undefined, setting: ChangeSetting): readonly PeriodChange[] {
  if (period === undefined) return [];
  const { until, rolling, extension } = period;
  const moved = movedEnds(until, setting).map((change) =>
    inPeriod(change, { ...period, until: change.value }),
  );
  if (rolling !== undefined)
    moved.push(inPeriod(withoutRolling(rolling), { ...withoutPart(period, 'rolling') }));
  if (extension === undefined) return moved;
  const without = { place: extension.condition.place, change: 'without this extension' };
  return [
    ...moved,
    ...movedValues(extension.until, setting).map((change) =>
      inPeriod(change, { ...period, extension: { ...extension, until: change.value } }),
    ),
    inPeriod(without, { ...withoutPart(period, 'extension') }),
  ];
}

function withoutRolling({ place }: Value): Pick<PeriodChange, 'place' | 'change'> {
  return { place, change: 'without rolling over' };
}

function withoutPart(period: Period, part: 'rolling' | 'extension'): Period {
  const { [part]: _, ...others } = period;
  return others;
}

function inPeriod({ place, change }: Pick<PeriodChange, 'place' | 'change'>, period: Period): PeriodChange {
  return { place, kind: 'boundary', change, apply: (each) => withPeriod(each, period) };
}

function withPeriod<Kind extends AnyProvision>(provision: Kind, period: Period): Kind {
  return { ...provision, ...(provision.kind === 'schedule' ? { period } : { instead: period }) };
}

interface MovedEnd {
  readonly value: Value;
  readonly place: Place;
  readonly change: string;
}

function movedEnds(until: Value, setting: ChangeSetting): readonly MovedEnd[] {
  const moved = movedValues(until, setting);
  if (until.kind !== 'offset') return moved;
  const started = otherStarts(until.origin, setting).map((start) => ({
    ...start,
    value: startedAt(until, start),
  }));
  return [...moved, ...started];
}

function startedAt(until: OffsetValue, { value }: MovedEnd): Value {
  return { ...until, origin: value };
}

/** The day itself and not the end of its year; of several events each one alone. */
function otherStarts(origin: Value, { textOf }: ChangeSetting): readonly MovedEnd[] {
  const { place } = origin;
  switch (origin.kind) {
    case 'edge': {
      const change = `with "${textOf(origin.of.place)}" instead of "${textOf(place)}"`;
      return [{ value: origin.of, place, change }];
    }
    case 'extreme':
      return origin.operands.map((dropped) => {
        const operands = origin.operands.filter((operand) => operand !== dropped);
        const [only, ...others] = operands;
        const value = only !== undefined && others.length === 0 ? only : { ...origin, operands };
        return { value, place, change: `without "${textOf(dropped.place)}"` };
      });
    default:
      return [];
  }
}

function withoutDone(provision: AnyProvision): readonly PeriodChange[] {
  if (provision.kind !== 'schedule' || provision.doneWhen === undefined) return [];
  const { place } = provision.doneWhen;
  // What no longer says when it is done is a rule all the same.
  const apply: ProvisionChange = (each) => withoutDoneWhen(each) as typeof each;
  return [{ place, kind: 'condition', change: 'without "done when"', apply }];
}

function withoutDoneWhen(provision: AnyProvision): AnyProvision {
  if (provision.kind !== 'schedule') return provision;
  const { doneWhen: _, ...others } = provision;
  return others;
}
