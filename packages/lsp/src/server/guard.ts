import type { CancellationToken } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where the server writes what went wrong. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
}

/**
 * Wraps the answer to a request: one that fails is logged and answered with an error, and the server goes on; one
 * that the editor no longer wants is not worked on, and its result is not sent.
 */
export function guardRequest<Params, Result>(
  log: Log,
  name: string,
  answer: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled(name);
    try {
      const result = await untilCancelled(Promise.resolve(answer(params, token)), token);
      return result === cancelledMark ? cancelled(name) : result;
    } catch (error) {
      // Whoever throws one has put into it what the request allows.
      if (error instanceof ResponseError) return error as ResponseError<never>;
      log.error(`${name} failed: ${describeError(error)}`);
      return new ResponseError<never>(ErrorCodes.InternalError, `${name} failed: ${messageOf(error)}`);
    }
  };
}

/** Wraps what a message sets off: where it fails, that is logged, and the server goes on. */
export function guardNotification<Params>(
  log: Log,
  name: string,
  handle: (params: Params) => void | Promise<void>,
): (params: Params) => Promise<void> {
  return async (params) => {
    try {
      await handle(params);
    } catch (error) {
      log.error(`${name} failed: ${describeError(error)}`);
    }
  };
}

const cancelledMark = Symbol('cancelled');

async function untilCancelled<Result>(
  result: Promise<Result>,
  token: CancellationToken,
): Promise<Result | typeof cancelledMark> {
  let stop = (): void => {};
  const cancellation = new Promise<typeof cancelledMark>((resolve) => {
    const listener = token.onCancellationRequested(() => resolve(cancelledMark));
    stop = () => listener.dispose();
  });
  // Whichever comes second must not become an unhandled failure.
  result.catch(() => {});
  try {
    return await Promise.race([result, cancellation]);
  } finally {
    stop();
  }
}

function cancelled(name: string): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
