import type { TokenType } from 'chevrotain';
import { createDiagnostic } from '../../../diagnostics/index.ts';
import { automaticFix, reviewedFix } from '../../fixes.ts';
import type { Token } from '../../lexing/token-types.ts';
import { T, W } from '../../lexing/token-types.ts';
import { clauseWords } from '../advance-over.ts';
import type { Mending } from '../mending.ts';
import { canFollow, inputAt, outputAt, report, take } from '../mending.ts';
import { missingPiece, piece, spanOf, wordsInstead, written } from '../pieces.ts';

const deadlines: ReadonlySet<TokenType> = new Set([
  W.erase,
  W.anonymise,
  W.archive,
  W.review,
  W.restrict,
  W.due,
]);

/** `keep Invoice for 8 years`, `keep Invoice 8 years`, `erase Invoice within 3 years after …`, `erase Invoice after 3 years` */
export function periodWords(mending: Mending): boolean {
  const action = outputAt(mending, 2)?.tokenType;
  if (action === undefined || !canFollow(mending, W['for at least'])) return false;
  if (action === W.keep) return lengthOf(mending, W['for at least'], keepLeads);
  if (!deadlines.has(action)) return false;
  return lengthOf(mending, W['at the latest'], deadlineLeads) || withoutStart(mending);
}

const keepLeads: ReadonlySet<string> = new Set(['for', 'at least', 'minimum', 'during']);
const deadlineLeads: ReadonlySet<string> = new Set(['within', 'in', 'for', 'by']);

/** A length of time, perhaps behind a word that stands for the words that are wanted. */
function lengthOf(mending: Mending, words: TokenType, leads: ReadonlySet<string>): boolean {
  const first = inputAt(mending, 0);
  const record = outputAt(mending, 1);
  if (first === undefined || record === undefined) return false;
  const over = leads.has(first.image) ? 1 : 0;
  const length = inputAt(mending, over);
  if (length?.tokenType !== T.number) return false;
  const right = words.LABEL ?? '';
  const wrong = over === 1 ? first.image : written(mending, length, inputAt(mending, over + 1) ?? length);
  const place = over === 1 ? spanOf(first) : { start: length.startOffset, end: length.startOffset };
  const span = over === 1 ? spanOf(first) : spanOf(length);
  const fixes = [automaticFix(`Write "${right}"`, wordsInstead(mending, place, right))];
  report(mending, createDiagnostic('syntax/period-words', span, { wrong, right }, { fixes }));
  take(mending, piece(words, right, place));
  mending.index += over;
  return true;
}

/** `erase Invoice after 3 years`: three years after what? */
function withoutStart(mending: Mending): boolean {
  const after = inputAt(mending, 0);
  const amount = inputAt(mending, 1);
  const unit = inputAt(mending, 2);
  if (after?.image !== 'after' || amount?.tokenType !== T.number || unit === undefined) return false;
  const length = written(mending, amount, unit);
  const span = { start: after.startOffset, end: unit.end };
  const edit = wordsInstead(mending, span, `at the latest ${length} after issued-on`);
  const fixes = [reviewedFix(`Write "at the latest ${length} after", and a date`, edit)];
  report(mending, createDiagnostic('syntax/period-without-start', span, { length }, { fixes }));
  take(mending, piece(W['at the latest'], 'at the latest', spanOf(after)));
  take(mending, missingPiece(T.missingValue, after.end));
  mending.index += 1;
  passOver(mending);
  return true;
}

/** The rest of the clause says no more than the message does. */
function passOver(mending: Mending): void {
  for (let next: Token | undefined = inputAt(mending, 0); next !== undefined; next = inputAt(mending, 0)) {
    if (next.firstOnLine || clauseWords.has(next.tokenType) || next.tokenType === T.closeBrace) return;
    mending.skipped.push(spanOf(next));
    mending.index += 1;
  }
}
