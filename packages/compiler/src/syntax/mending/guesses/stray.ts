import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../../../diagnostics/index.ts';
import { createDiagnostic } from '../../../diagnostics/index.ts';
import { automaticFix, remove, replaceBy, reviewedFix } from '../../fixes.ts';
import type { Token } from '../../lexing/token-types.ts';
import { T, W } from '../../lexing/token-types.ts';
import type { Place } from '../../walking/walk.ts';
import { expectedTypes } from '../../walking/walk.ts';
import { show } from '../describe.ts';
import type { Mending } from '../mending.ts';
import { bracesAhead, canFollow, inputAt, mendBy, outputAt, placesOf, report, skip } from '../mending.ts';
import { missingPiece, piece, spanOf } from '../pieces.ts';

/** `;` at the end of a clause, or a comma between clauses. */
export function strayMark(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const isMark = (token?.tokenType === T.foreign && token.image === ';') || token?.tokenType === T.comma;
  if (token === undefined || !isMark) return false;
  return mendBy(mending, { over: 1, put: [] }, () => {
    const span = spanOf(token);
    return createDiagnostic(
      'syntax/stray-mark',
      span,
      { mark: token.image },
      {
        fixes: [automaticFix('Remove it', remove(span))],
      },
    );
  });
}

/** A full stop behind a clause, as behind a sentence. */
export function fullStop(mending: Mending): boolean {
  const dot = outputAt(mending, 1);
  const token = inputAt(mending, 0);
  if (dot?.tokenType !== T.dot || token === undefined) return false;
  if (!token.firstOnLine && token.tokenType !== T.closeBrace) return false;
  return mendBy(mending, { back: 1, put: [] }, () => {
    const span = spanOf(dot);
    return createDiagnostic(
      'syntax/stray-mark',
      span,
      { mark: '.' },
      {
        fixes: [automaticFix('Remove it', remove(span))],
      },
    );
  });
}

/** `any x in customer.consents satisfies …` */
export function quantifierWord(mending: Mending): boolean {
  const word = outputAt(mending, 1);
  const variable = inputAt(mending, 0);
  if (word?.tokenType !== T.word || variable === undefined || inputAt(mending, 1)?.tokenType !== W.in)
    return false;
  const type = quantifiers.get(word.image);
  if (type === undefined) return false;
  const right = type.LABEL ?? '';
  const span = spanOf(word);
  return mendBy(mending, { back: 1, put: [piece(type, right, span)] }, () =>
    createDiagnostic(
      'syntax/quantifier-word',
      span,
      { word: word.image, right },
      {
        fixes: [automaticFix(`Write "${right}"`, replaceBy(span, right))],
      },
    ),
  );
}

const quantifiers: ReadonlyMap<string, TokenType> = new Map([
  ['any', W.some],
  ['exists', W.some],
  ['one', W.some],
  ['all', W.every],
  ['each', W.every],
]);

/** `extend by 2 months` without saying when. */
export function extendWithoutCondition(mending: Mending): boolean {
  const previous = outputAt(mending, 1);
  if (previous === undefined || !canFollow(mending, W.when) || !isInside(placesOf(mending)[0], 'extendBy'))
    return false;
  const at = previous.end;
  return mendBy(mending, { put: [missingPiece(W.when, at), missingPiece(T.missingValue, at)] }, () =>
    createDiagnostic('syntax/extend-without-condition', spanOf(previous), {}),
  );
}

function isInside(place: Place | undefined, rule: string): boolean {
  for (let at = place; at !== undefined; at = at.parent) {
    if (at.state.rule.name === rule) return true;
    if (at.state.rule.name === 'ruleClause') return false;
  }
  return false;
}

/** Text goes on behind the end of the declaration: an earlier brace closes too much. */
export function behindDeclaration(mending: Mending): boolean {
  const brace = outputAt(mending, 1);
  const token = inputAt(mending, 0);
  if (token === undefined || brace?.tokenType !== T.closeBrace) return false;
  if (expectedTypes(placesOf(mending)).size > 0) return false;
  if (token.tokenType === T.closeBrace) {
    report(mending, surplusBrace(token));
    skip(mending, 1);
    return true;
  }
  const span = spanOf(brace);
  if (bracesAhead(mending) === -1) {
    if (mendBy(mending, { back: 1, put: [] }, () => surplusBrace(brace))) return true;
  }
  report(
    mending,
    createDiagnostic(
      'syntax/behind-declaration',
      spanOf(token),
      { found: show(mending, token) },
      {
        related: [{ span, text: 'the declaration ends here' }],
      },
    ),
  );
  skip(mending, mending.input.length - mending.index);
  return true;
}

/** The message about a brace that closes nothing. */
export function surplusBrace(brace: Token): Diagnostic {
  const span = spanOf(brace);
  return createDiagnostic(
    'syntax/surplus-brace',
    span,
    {},
    { fixes: [reviewedFix('Remove it', remove(span))] },
  );
}
