import { createDiagnostic } from '../../diagnostics/index.ts';
import { advanceOver, clauseWords } from './advance-over.ts';
import { joinWords, show } from './describe.ts';
import { surplusBrace } from './guesses/stray.ts';
import type { Mending } from './mending.ts';
import { inputAt, placesOf, report, skip } from './mending.ts';
import { misspeltWord } from './near-words.ts';
import { spanOf } from './pieces.ts';

const declarations = [
  'policy',
  'record',
  'activity',
  'taxonomy',
  'group',
  'scale',
  'table',
  'calendar',
  'obligation',
  'define',
  'test',
  'scenarios',
  'use',
  'module',
  'extend',
  'choose',
  'let',
  'authorities',
] as const;

/** Makes sure that a declaration begins; where none does, all of the text is left out. */
export function findDeclaration(mending: Mending): boolean {
  const first = inputAt(mending, 0);
  if (first === undefined) return false;
  if (advanceOver(placesOf(mending), first).length > 0 || misspeltWord(mending)) return true;
  const word = show(mending, first);
  const span = spanOf(first);
  if (word === '}') {
    report(mending, surplusBrace(first));
  } else if (clauseWords.has(first.tokenType)) {
    report(mending, createDiagnostic('syntax/outside-policy', span, { word }));
  } else {
    report(
      mending,
      createDiagnostic('syntax/no-declaration', span, { word, words: joinWords([...declarations]) }),
    );
  }
  skip(mending, mending.input.length);
  return false;
}
