import type { TokenType } from 'chevrotain';
import type { Token } from '../lexing/token-types.ts';
import { W } from '../lexing/token-types.ts';
import type { Places } from '../walking/walk.ts';
import { advance, isTakenAsWord } from '../walking/walk.ts';
import { countSteps } from '../work-counter.ts';

/** Where a piece leads; a clause at the start of a line is never a name, since texts with mistakes hide too much. */
export function advanceOver(places: Places, token: Token): Places {
  countSteps(1);
  const next = advance(places, token.tokenType);
  if (!token.firstOnLine || !clauseWords.has(token.tokenType) || isTakenAsWord(places, token.tokenType))
    return next;
  return next.filter(({ state: { rule } }) => !nameRules.has(rule.name));
}

/** Words that start a clause of a policy, a rule or a test. */
export const clauseWords: ReadonlySet<TokenType> = new Set([
  W.authority,
  W.source,
  W.zone,
  W.default,
  W.option,
  W.rule,
  W.lift,
  W.permit,
  W.forbid,
  W.require,
  W.mandate,
  W.advise,
  W.when,
  W.unless,
  W.cite,
  W.except,
  W.obligation,
  W.because,
  W.leaving,
  W.keep,
  W.erase,
  W.anonymise,
  W.archive,
  W.review,
  W.restrict,
  W.hold,
  W.due,
  W.absolute,
  W['in force'],
  W['review by'],
  W['applies when'],
  W['applies everywhere'],
  W['for at least'],
  W['at the latest'],
  W['rolling over non-working days of'],
  W['extend by'],
  W['done when'],
  W['review within'],
  W['overridable by'],
  W.expect,
  W.given,
  W.on,
]);

/** Rules of the grammar in which a clause word would be taken for a name. */
const nameRules = new Set([
  'primary',
  'effect',
  'leaving',
  'authority',
  'schedule',
  'default',
  'dottedName',
  'obligationClause',
  'overridableBy',
  'operands',
  'rule',
  'except',
  'lift',
  'objectEntry',
  'reference',
  'member',
  'case',
]);
