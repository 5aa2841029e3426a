import type { ScheduleConflict, ScheduleState, ScheduleWindow, ScheduleWindows } from '../schedule.ts';
import {
  dayText,
  earlierBound,
  hasCome,
  idsOf,
  isRunning,
  keptText,
  laterBound,
  nothingErased,
  nothingKept,
} from './bounds.ts';
import type { Item } from './items.ts';
import type { Answer, ByClaim, World } from './windows.ts';
import { answerIn } from './windows.ts';

export const longest: World = { kept: 'longest', mayGovern: true };
export const shortest: World = { kept: 'shortest', mayGovern: true };

/** What is to be done about keeping and erasing, as far as it is known. */
export interface Retention {
  readonly state: ScheduleState;
  readonly longest: Answer;
  readonly shortest: Answer;
  /** In all worlds; one is enough where everything is known. */
  readonly answers: readonly Answer[];
  readonly isSameKeep: boolean;
  readonly isSameErase: boolean;
}

/** The same in all worlds, or undetermined. */
export function retentionOf(claims: ByClaim, now: number): Retention {
  const most = answerIn(longest, claims, now);
  if (claims.every((items) => items.every(isSettled))) {
    const same = { isSameKeep: true, isSameErase: true };
    return { state: most.state, longest: most, shortest: most, answers: [most], ...same };
  }
  const least = answerIn(shortest, claims, now);
  const answers = [
    most,
    least,
    answerIn({ kept: 'longest', mayGovern: false }, claims, now),
    answerIn({ kept: 'shortest', mayGovern: false }, claims, now),
  ];
  return {
    state: answers.every(({ state }) => state === most.state) ? most.state : 'undetermined',
    longest: most,
    shortest: least,
    answers,
    isSameKeep: most.keepThrough.date === least.keepThrough.date,
    isSameErase: most.eraseBy.date === least.eraseBy.date,
  };
}

/** It is known whether it counts, and until when. */
export function isSettled({ isCertain, earliest, latest }: Item): boolean {
  return isCertain && earliest === latest;
}

export function keepThroughOf({ longest: most, isSameKeep }: Retention): string | 'forever' | null {
  return isSameKeep ? keptText(most.keepThrough) : null;
}

export function eraseByOf({ longest: most, isSameErase }: Retention): string | null {
  return isSameErase ? dayText(most.eraseBy) : null;
}

/** Where unknown facts make a difference, the answers with as much kept as may be and with as little. */
export function windowsOf(retention: Retention): ScheduleWindows | null {
  const { state, isSameKeep, isSameErase, longest: most, shortest: least } = retention;
  if (state !== 'undetermined' && isSameKeep && isSameErase) return null;
  return Object.freeze({ longest: windowText(most), shortest: windowText(least) });
}

function windowText({ state, keepThrough, eraseBy }: Answer): ScheduleWindow {
  return Object.freeze({ state, keepThrough: keptText(keepThrough), eraseBy: dayText(eraseBy) });
}

/** The claims that cannot both be met, with the rules of both sides. */
export function conflictOf({ state, longest: { claims } }: Retention, now: number): ScheduleConflict | null {
  if (state !== 'conflict') return null;
  const governed = claims.filter(({ isGoverned }) => isGoverned);
  const keep = governed
    .map(({ keepThrough }) => keepThrough)
    .filter((bound) => isRunning(bound, now))
    .reduce(laterBound, nothingKept);
  const erase = governed
    .map(({ eraseBy }) => eraseBy)
    .filter((bound) => hasCome(bound, now))
    .reduce(earlierBound, nothingErased);
  return Object.freeze({
    keepThrough: keptText(keep) ?? 'forever',
    eraseBy: dayText(erase) ?? '',
    keep: idsOf(keep.items),
    erase: idsOf(erase.items),
  });
}
