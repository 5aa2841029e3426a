import process from 'node:process';
import type { Io, Output } from './io.ts';
import { exitCodes } from './io.ts';
import { failureReason } from './node-host.ts';

/** The real process, prepared to end quietly when it is interrupted or its reader goes away. */
export function createProcessIo(importModule = (url: string): Promise<unknown> => import(url)): Io {
  process.once('SIGINT', () => endInterrupted());
  return {
    cwd: process.cwd(),
    env: process.env,
    get stdin() {
      return process.stdin;
    },
    stdout: createOutput(process.stdout),
    stderr: createOutput(process.stderr),
    now: () => Date.now(),
    importModule,
  };
}

/** As a shell reports a program that Ctrl+C ended: 128 and the number of the signal. */
const interruptedExitCode = 130;

function endInterrupted(): never {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
  process.exit(interruptedExitCode);
}

function createOutput(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    if (error.code === 'EPIPE' || error.code === 'EOF') return;
    process.stderr.write(`error: The output ${failureReason(error)}.\n`);
    process.exit(exitCodes.environment);
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
    get isClosed() {
      return isClosed;
    },
    write(text) {
      if (isClosed || text === '' || stream.write(text)) return Promise.resolve();
      return whenDrained(stream);
    },
  };
}

function whenDrained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      stream.off('drain', settle);
      stream.off('error', settle);
      stream.off('close', settle);
      resolve();
    };
    stream.on('drain', settle);
    stream.on('error', settle);
    stream.on('close', settle);
  });
}
