import type { DeclarationUnit } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';

/** Where in the sources a part of the program stands; `program.locate` turns it into file, line and column. */
export interface Place extends Span {
  readonly unit: DeclarationUnit;
}
