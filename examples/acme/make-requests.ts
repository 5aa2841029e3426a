// Writes requests.jsonl, one request in a line, and stories.json, which says what the lines are about:
//
//   node --import ../../scripts/typescript.mjs make-requests.ts
//
// The requests are made up, and the same in every run.

import { writeFile } from 'node:fs/promises';
import { stories } from './requests/stories.ts';

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
