import { createDiagnostic } from '../../../diagnostics/index.ts';
import { replaceBy, reviewedFix } from '../../fixes.ts';
import { T, W } from '../../lexing/token-types.ts';
import { isWord } from '../describe.ts';
import type { Mending } from '../mending.ts';
import { canFollow, inputAt, mendBy, outputAt } from '../mending.ts';
import { piece, spanOf } from '../pieces.ts';

/** Words in front of the names that authors choose. */
const naming: ReadonlySet<unknown> = new Set([
  W.rule,
  W.except,
  W.define,
  W.obligation,
  W.activity,
  W.table,
  W.calendar,
  W.group,
  W.option,
  W.let,
]);

/** `rule age "…"`: a word of the language stands where a name is chosen. */
export function reservedName(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const before = outputAt(mending, 1);
  if (token === undefined || before === undefined || !naming.has(before.tokenType)) return false;
  if (!isWord(token.tokenType) || token.image.includes(' ') || !canFollow(mending, T.name)) return false;
  const span = spanOf(token);
  const name = `${token.image}-${before.image}`;
  return mendBy(mending, { over: 1, put: [piece(T.word, name, span)] }, () =>
    createDiagnostic(
      'syntax/reserved-name',
      span,
      { word: token.image, name },
      { fixes: [reviewedFix(`Write "${name}"`, replaceBy(span, name))] },
    ),
  );
}
