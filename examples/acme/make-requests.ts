// Writes requests.jsonl, one request in a line, and stories.json, which says what the lines are about:
//
//   node --import ../../scripts/typescript.mjs make-requests.ts
//
// The requests are made up, and the same in every run.

import { writeFile } from 'node:fs/promises';
import { atNight, leftBehind, whoIsTold } from './requests/stories/afterwards.ts';
import { callingHours, enough, turningPoints, weekends } from './requests/stories/clocks.ts';
import { askFirst, nobodySpeaks, partners, readers, takingIn } from './requests/stories/inside.ts';
import { machines, ownCustomers, registers, topics } from './requests/stories/permissions.ts';
import { desMoines, health, operators, partitions, transfers } from './requests/stories/places.ts';
import { refusesCalls, sameQuestion, twoCountries } from './requests/stories/two-continents.ts';
import type { Story } from './requests/story.ts';

const stories: readonly Story[] = [
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

const requests = stories.flatMap((story) => story.requests);
const contents = stories.map(({ title, about, requests: own }) => ({ title, about, requests: own.length }));

await writeFile(
  fileBeside('requests.jsonl'),
  requests.map((request) => `${JSON.stringify(request)}\n`).join(''),
);
await writeFile(fileBeside('stories.json'), `${JSON.stringify(contents, null, 2)}\n`);
console.log(`${requests.length} requests in ${stories.length} stories.`);

function fileBeside(name: string): URL {
  return new URL(name, import.meta.url);
}
