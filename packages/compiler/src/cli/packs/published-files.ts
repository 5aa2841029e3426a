import { execFile } from 'node:child_process';
import process from 'node:process';
import type { Io } from '../io.ts';

/** A file that npm would publish. */
export interface PublishedFile {
  /** Relative to the package, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

export type PublishedFiles =
  | { readonly kind: 'files'; readonly files: readonly PublishedFile[] }
  /** `reason` completes a sentence that begins with "npm". */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Asks npm which files of a package it would publish; it writes nothing, runs no scripts, and asks no registry. */
export async function publishedFiles(io: Io, folder: string): Promise<PublishedFiles> {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'];
  const output = await runNpm(io, folder, words);
  if (typeof output !== 'string') return { kind: 'unknown', reason: output.reason };
  const files = filesIn(output);
  return files === undefined
    ? { kind: 'unknown', reason: 'did not list the files' }
    : { kind: 'files', files };
}

interface Failure {
  readonly reason: string;
}

/** Enough for a list of some hundred thousand files. */
const mostOutput = 64 * 1024 * 1024;

function runNpm({ env }: Io, cwd: string, words: readonly string[]): Promise<string | Failure> {
  const { program, leading } = npmProgram(env);
  const options = {
    cwd,
    env,
    maxBuffer: mostOutput,
    shell: process.platform === 'win32' && leading.length === 0,
  };
  return new Promise((resolve) => {
    execFile(program, [...leading, ...words], options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else resolve({ reason: error.code === 'ENOENT' ? 'was not found' : 'could not list the files' });
    });
  });
}

/** The npm that runs this command, or else the one that the system finds. */
function npmProgram(env: Io['env']): { readonly program: string; readonly leading: readonly string[] } {
  const running = env['npm_execpath'] ?? '';
  return /[\\/]npm-cli\.js$/.test(running)
    ? { program: process.execPath, leading: [running] }
    : { program: 'npm', leading: [] };
}

function filesIn(output: string): readonly PublishedFile[] | undefined {
  const [description] = asList(parse(output));
  const listed = memberOf(description, 'files');
  if (!Array.isArray(listed)) return undefined;
  return listed.flatMap((file: unknown) => {
    const [path, bytes] = [memberOf(file, 'path'), memberOf(file, 'size')];
    return typeof path === 'string' ? [{ path, bytes: typeof bytes === 'number' ? bytes : 0 }] : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
