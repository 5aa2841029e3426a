// Asks the compiled policies the questions of requests.jsonl and prints the answers. Compile them first:
//
//   npx privacy build          (in this folder)
//   node --import ../../scripts/typescript.mjs quickstart.ts

import { readFile } from 'node:fs/promises';
import { policySet } from './generated/index.ts';
import { answers, answerWords, besideWords } from './quickstart/answer-words.ts';
import { decide } from './quickstart/decide.ts';
import { requestWords } from './quickstart/request-words.ts';
import type { Layout } from './quickstart/table.ts';
import { columnWidths, painted, renderAside, renderRow, wrapped } from './quickstart/table.ts';
import type { Request } from './requests/story.ts';

interface Chapter {
  readonly title: string;
  readonly about: string;
  /** How many lines of requests.jsonl belong to it. */
  readonly requests: number;
}

const layout: Layout = {
  widths: columnWidths(process.stdout.columns ?? 150),
  color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
};
// Both files are written by make-requests.ts, beside this one.
const chapters = JSON.parse(await readBeside('stories.json')) as readonly Chapter[];
const lines = (await readBeside('requests.jsonl')).trimEnd().split('\n');
const counts = new Map<string, number>();

let next = 0;
for (const chapter of chapters) {
  printHeading(chapter);
  for (const line of lines.slice(next, next + chapter.requests)) printAnswer(JSON.parse(line) as Request);
  next += chapter.requests;
}
printSummary();

async function readBeside(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

function printHeading({ title, about }: Chapter): void {
  const width = layout.widths.reduce((sum, column) => sum + column + 2, 0);
  console.log(`\n${painted(title, 'bold', layout.color)}`);
  for (const line of wrapped(about, width)) console.log(painted(line, 'gray', layout.color));
  console.log('');
}

function printAnswer(request: Request): void {
  const decision = decide(request);
  const { sign, color } = answers[decision.outcome];
  const { reason, source } = answerWords(decision);
  counts.set(decision.outcome, (counts.get(decision.outcome) ?? 0) + 1);
  const cells = [
    { text: `${sign} ${decision.outcome}`, color },
    { text: requestWords(request) },
    { text: reason },
    { text: source, color: 'gray' as const },
  ];
  console.log(renderRow(cells, layout));
  for (const words of besideWords(decision)) console.log(renderAside(words, layout));
}

function printSummary(): void {
  console.log(`\n${painted(`${lines.length} requests`, 'bold', layout.color)}`);
  for (const [outcome, { sign, color }] of Object.entries(answers)) {
    const count = String(counts.get(outcome) ?? 0).padStart(5);
    console.log(`  ${painted(`${sign} ${outcome.padEnd(12)}`, color, layout.color)} ${count}`);
  }
  console.log(`\nOnly "permitted" allows. Policies ${policySet.digest}`);
  console.log('The rules show what the language can say. They are not legal advice.');
}
