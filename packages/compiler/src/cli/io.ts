/** Everything that a command sees of the process it runs in; tests bring their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** Loads a module by its URL that is no part of this program. */
  readonly importModule: (url: string) => Promise<unknown>;
}

export interface Input extends AsyncIterable<Uint8Array> {
  /** Somebody types it; absent: no. */
  readonly isTTY?: boolean;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  /** Nobody reads any more (`| head`): writing does nothing. */
  readonly isClosed: boolean;
  /** Resolves once the reader has kept up. */
  write(text: string): Promise<void>;
}

/** What the process ends with. */
export const exitCodes = {
  clean: 0,
  /** Something was found in what the author wrote. */
  findings: 1,
  /** The command was used wrongly, or a file is not there or cannot be read or written. */
  environment: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Whether to color: FORCE_COLOR and NO_COLOR decide where they are set, else whether it is a terminal. */
export function wantsColor(io: Io, output: Output): boolean {
  const forced = io.env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if ((io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb') return false;
  return output.isTerminal;
}

/** The columns to lay text out for: those of the terminal, at most 120 so that lines stay easy to read. */
export function textWidth(output: Output): number {
  const columns = output.columns ?? 0;
  return columns > 0 ? Math.max(narrowest, Math.min(columns, widest)) : defaultWidth;
}

const narrowest = 40;
const defaultWidth = 80;
const widest = 120;
