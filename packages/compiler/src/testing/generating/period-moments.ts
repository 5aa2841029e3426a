import { observe } from '../../interpreting/index.ts';
import type { Program } from '../../logic/index.ts';
import { localTime, millisecondsPerDay, startOfDay } from '../../runtime/index.ts';
import { stepTo } from '../coverage/index.ts';
import type { Case, Reach, Variation } from '../searching/index.ts';
import { questionAbout } from '../searching/index.ts';
import type { GoalTarget } from './goals.ts';

/** The same case on the last day of a period and on the day after it, where those days are known. */
export function periodMoments(
  program: Program,
  tested: Case,
  reach: Reach,
  target: Extract<GoalTarget, { readonly kind: 'period' }>,
): readonly Variation[] {
  const moments = new Set<number>();
  observe(questionAbout(program, tested, reach.policies), {
    condition: () => undefined,
    provision: () => undefined,
    period({ id }, { unit, last }) {
      if (id !== target.provision.id) return;
      const moment = last + stepTo(target.side, unit);
      moments.add(unit === 'date' ? onDay(moment, tested.now, reach.policy.zone) : moment);
    },
  });
  return [...moments].map((now) => ({ case: { ...tested, now }, change: { kind: 'now', now } }));
}

/** The same time of day where the policy is at home. */
function onDay(date: number, now: number, zone: string): number {
  const start = startOfDay(zone, date) ?? date * millisecondsPerDay;
  return start + (localTime(zone, now) ?? 0);
}
