import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { ExitCode, Io } from './io.ts';
import { exitCodes } from './io.ts';
import type { JsonPiece } from './json-input/index.ts';
import { createJsonPieces } from './json-input/index.ts';
import { failureReason } from './node-host.ts';
import { startProgress } from './progress.ts';
import { reportProblem } from './report-problem.ts';
import { standardInput } from './select-files.ts';

/** What is written for one piece of the input. */
export interface StreamedAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** Answers the pieces of a file or of standard input, of any length, in their order. */
export async function answerStream(
  io: Io,
  input: string,
  answer: (piece: JsonPiece) => StreamedAnswer,
): Promise<ExitCode> {
  const pieces = createJsonPieces();
  const progress = startProgress(io);
  let hasErrors = false;
  let count = 0;
  const answerAll = async (found: readonly JsonPiece[]): Promise<void> => {
    let text = '';
    for (const piece of found) {
      const answered = answer(piece);
      if (answered.isError) hasErrors = true;
      text += answered.text;
    }
    count += found.length;
    await io.stdout.write(text);
    progress.show(`${count} answered`);
  };
  try {
    for await (const chunk of openInput(io, input)) {
      await answerAll(pieces.push(chunk));
      if (io.stdout.isClosed) break;
    }
    if (!io.stdout.isClosed) await answerAll(pieces.end());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    await reportProblem(io, `${input} ${failureReason(error)}`);
    return exitCodes.environment;
  } finally {
    progress.stop();
  }
  return hasErrors ? exitCodes.findings : exitCodes.clean;
}

/** The bytes of a file or of standard input, as they arrive. */
export function openInput(io: Io, input: string): AsyncIterable<Uint8Array> {
  return input === standardInput ? io.stdin : createReadStream(resolve(io.cwd, input));
}
