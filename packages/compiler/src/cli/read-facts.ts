import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { parseJson } from './json-input/index.ts';
import { readTextFile } from './node-host.ts';

/** Facts from the command line: JSON, or the name of a file after `@`. */
export async function readFacts(
  io: Io,
  word: string,
): Promise<{ readonly value?: unknown; readonly problem?: string }> {
  const file = word.startsWith('@') ? await readTextFile(resolve(io.cwd, word.slice(1))) : undefined;
  if (file?.kind === 'absent') return { problem: `${word.slice(1)} does not exist` };
  if (file?.kind === 'unreadable') return { problem: `${word.slice(1)} ${file.reason}` };
  const parsed = parseJson(file?.text ?? word);
  return parsed ?? { problem: `${file === undefined ? '--facts' : word.slice(1)} is not valid JSON` };
}
