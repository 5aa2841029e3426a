import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Timing } from '../rounds.ts';
import type { BatchSpeed } from './batch.ts';
import type { FirstSecond } from './first-second.ts';
import type { Size } from './model.ts';
import type { PeerTimings } from './peer-contestants.ts';

export interface Effort {
  /** Distinct requests in rotation. */
  readonly requests: number;
  readonly rounds: number;
  /** How long each contestant runs in a round. */
  readonly milliseconds: number;
  readonly warmUp: number;
}

interface Subject {
  readonly size: Size;
  readonly bundle: string;
}

/** What is measured in a process of its own, so that nothing else has warmed up, or confused, what V8 knows. */
export type Job =
  | (Subject & { readonly kind: 'rounds'; readonly effort: Effort })
  | (Subject & { readonly kind: 'first-second'; readonly contestant: string; readonly requests: number })
  | (Subject & { readonly kind: 'count'; readonly contestant: string; readonly answers: number })
  | (Subject & { readonly kind: 'peers'; readonly effort: Effort })
  | (Subject & {
      readonly kind: 'batch';
      readonly rows: number;
      readonly rounds: number;
      readonly peers: boolean;
    })
  | { readonly kind: 'load'; readonly bundle: string };

/** What each job finds out. */
export interface Found {
  readonly rounds: readonly Timing[];
  readonly 'first-second': FirstSecond;
  readonly count: number;
  readonly peers: PeerTimings;
  readonly batch: readonly BatchSpeed[];
  /** Milliseconds. */
  readonly load: number;
}

/** Runs a job in a process of its own. */
export async function runJob<Kind extends Job['kind']>(
  job: Extract<Job, { readonly kind: Kind }>,
): Promise<Found[Kind]> {
  const output = await outputOf(process.execPath, jobArguments(job));
  // The process writes what its job found out, and nothing else.
  return JSON.parse(output) as Found[Kind];
}

/** The arguments with which Node.js runs a job. */
export function jobArguments(job: Job): readonly string[] {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  const hooks = new URL('../../scripts/typescript.mjs', import.meta.url).href;
  return ['--max-old-space-size=12000', '--import', hooks, path('job-process.ts'), JSON.stringify(job)];
}

function outputOf(command: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (part: string) => {
      output += part;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error('A measurement failed; what it wrote stands above.'));
    });
  });
}
