import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io, Output } from '../../../packages/compiler/src/cli/io.ts';
import { runCli } from '../../../packages/compiler/src/cli/run-cli.ts';

/** A folder on the disk that is gone after the test. */
export interface Folder {
  readonly path: string;
  write(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  /** All files, sorted, with forward slashes. */
  list(): readonly string[];
}

export function createFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'privacy-cli-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const folder: Folder = {
    path,
    write(name, text) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    list: () =>
      readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort(),
  };
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  return folder;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | AsyncIterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard output and error are terminals of this many columns. */
  readonly terminal?: number;
  /** Called with each text that is written to standard output. */
  readonly onWrite?: (text: string) => Promise<void> | void;
  /** Milliseconds that pass each time somebody looks at the clock. */
  readonly clockStep?: number;
  /** Standard output is closed after this many writes. */
  readonly closeAfter?: number;
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with everything that it sees of the outside in the hands of the test. */
export async function run(words: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const stdout = createOutput(options);
  const stderr = createOutput({ ...(options.terminal === undefined ? {} : { terminal: options.terminal }) });
  const code = await runCli(words, { ...createIo(options), stdout: stdout.output, stderr: stderr.output });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** A process in the hands of the test, whose output nobody reads. */
export function createIo(options: RunOptions = {}): Io {
  let time = Date.UTC(2026, 2, 2, 12);
  return {
    cwd: options.cwd ?? createFolder().path,
    env: options.env ?? {},
    stdin: typeof options.stdin === 'object' ? options.stdin : chunksOf(options.stdin ?? ''),
    stdout: createOutput({}).output,
    stderr: createOutput({}).output,
    now: () => {
      time += options.clockStep ?? 1;
      return time;
    },
    importModule: (url) => import(url),
  };
}

function createOutput(options: RunOptions): { readonly output: Output; readonly text: () => string } {
  const written: string[] = [];
  const { terminal, onWrite, closeAfter = Number.POSITIVE_INFINITY } = options;
  return {
    text: () => written.join(''),
    output: {
      isTerminal: terminal !== undefined,
      columns: terminal,
      get isClosed() {
        return written.length >= closeAfter;
      },
      async write(text) {
        if (text === '' || written.length >= closeAfter) return;
        written.push(text);
        await onWrite?.(text);
      },
    },
  };
}

async function* chunksOf(text: string): AsyncIterable<Uint8Array> {
  if (text !== '') yield Buffer.from(text);
}
