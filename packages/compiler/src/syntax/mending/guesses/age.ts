import { createDiagnostic } from '../../../diagnostics/index.ts';
import { T, W } from '../../lexing/token-types.ts';
import type { Mending } from '../mending.ts';
import { inputAt, outputAt, report, take } from '../mending.ts';
import { missingPiece, spanOf } from '../pieces.ts';
import { comparisonSign } from './comparison-signs.ts';
import { comparisonWord } from './comparison-words.ts';

/** `age is at least 13`, `age under 13`: whose age is left out, and how it is compared is no further mistake. */
export function ageOfWhat(mending: Mending): boolean {
  const age = outputAt(mending, 1);
  const next = inputAt(mending, 0)?.tokenType;
  if (age?.tokenType !== W.age || next === W.of || next === T.openBrace) return false;
  report(mending, createDiagnostic('syntax/age-of-what', spanOf(age), {}));
  take(mending, missingPiece(W.of, age.end));
  take(mending, missingPiece(T.missingValue, age.end));
  const count = mending.findings.length;
  if (comparisonSign(mending) || comparisonWord(mending)) mending.findings.length = count;
  return true;
}
