import type { TokenType } from 'chevrotain';
import { nearestNames } from '../../support/index.ts';
import type { Token } from '../lexing/token-types.ts';
import { T } from '../lexing/token-types.ts';
import type { Way } from '../walking/cheapest-way.ts';
import { cheapestWay } from '../walking/cheapest-way.ts';
import { advanceOver, clauseWords } from './advance-over.ts';
import type { Mending } from './mending.ts';
import { change, inputAt, outputAt, report, tryChange } from './mending.ts';
import { missingDiagnostic } from './missing.ts';
import { misspeltDiagnostic } from './near-words.ts';
import { missingPiece, piece, spanOf } from './pieces.ts';

/** A misspelt clause below one that is not finished: `when channel is`, and on the next line `excpet soft`. */
export function misspeltClause(mending: Mending): boolean {
  return misspelt(mending, inputAt(mending, 0), 0) || misspelt(mending, outputAt(mending, 1), 1);
}

function misspelt(mending: Mending, word: Token | undefined, back: 0 | 1): boolean {
  if (word?.tokenType !== T.word || !word.firstOnLine) return false;
  const type = clauseLike(word.image);
  if (type === undefined) return false;
  const right = { ...piece(type, type.LABEL ?? '', spanOf(word)), firstOnLine: true };
  const way = wayTo(mending, right, back);
  const [first] = way?.added ?? [];
  if (way === undefined || first === undefined) return false;
  const at = outputAt(mending, back + 1)?.end ?? word.startOffset;
  const put = [...way.added.map((added) => missingPiece(added, at)), right];
  const wanted = { back, over: 1 - back, put };
  if (tryChange(mending, wanted) === undefined) return false;
  report(mending, missingDiagnostic(mending, first, at, outputAt(mending, back + 1)));
  report(mending, misspeltDiagnostic(mending, spanOf(word), type));
  return change(mending, wanted);
}

/** What the unfinished clause lacks; nothing that closes a block. */
function wayTo(mending: Mending, right: Token, back: 0 | 1): Way | undefined {
  const places = mending.trail[mending.output.length - back] ?? [];
  return cheapestWay(places, (reached) => advanceOver(reached, right).length > 0, {
    closeBrace: 100,
    limit: 6,
  });
}

const clauses: ReadonlyMap<string, TokenType> = new Map(
  [...clauseWords]
    .map((type) => [type.LABEL ?? '', type] as const)
    .filter(([label]) => /^\w{4,}$/.test(label)),
);

function clauseLike(word: string): TokenType | undefined {
  const [name] = nearestNames(word, clauses.keys(), 1);
  return name === undefined ? undefined : clauses.get(name);
}
