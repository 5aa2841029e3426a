import type { Severity } from '../diagnostic.ts';

/** How the parts of a text for people look; without color every function gives its text back. */
export interface Palette {
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  /** Frames, line numbers and whatever leads the eye. */
  readonly frame: (text: string) => string;
  readonly related: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly open: (text: string) => string;
  readonly code: (text: string) => string;
}

/** The palette of a terminal, or of plain text. */
export function createPalette(options: { readonly color: boolean }): Palette {
  const style: (codes: string) => (text: string) => string = options.color ? ansi : plain;
  return {
    severity: { error: style('1;31'), warning: style('1;33'), information: style('1;36') },
    strong: style('1'),
    faint: style('2'),
    frame: style('34'),
    related: style('34'),
    good: style('32'),
    bad: style('31'),
    open: style('33'),
    code: style('36'),
  };
}

function ansi(codes: string): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001B[${codes}m${text}\u001B[0m`);
}

function plain(): (text: string) => string {
  return (text) => text;
}
