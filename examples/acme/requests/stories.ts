import { atNight, leftBehind, whoIsTold } from './stories/afterwards.ts';
import { callingHours, enough, turningPoints, weekends } from './stories/clocks.ts';
import { askFirst, nobodySpeaks, partners, readers, takingIn } from './stories/inside.ts';
import { machines, ownCustomers, registers, topics } from './stories/permissions.ts';
import { desMoines, health, operators, partitions, transfers } from './stories/places.ts';
import { refusesCalls, sameQuestion, twoCountries } from './stories/two-continents.ts';
import type { Story } from './story.ts';

/** All stories, in the order in which they are told. */
export const stories: readonly Story[] = [
  sameQuestion,
  twoCountries,
  refusesCalls,
  ownCustomers,
  registers,
  topics,
  machines,
  callingHours,
  weekends,
  turningPoints,
  enough,
  desMoines,
  health,
  partitions,
  operators,
  transfers,
  leftBehind,
  atNight,
  whoIsTold,
  readers,
  partners,
  takingIn,
  askFirst,
  nobodySpeaks,
];
