import type { RuleEffect, ScheduleAction } from '../../logic/index.ts';
import type { ExceptNode, LiftNode, RuleClause, RuleNode } from '../../syntax/index.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';

type Action = RuleEffect | ScheduleAction;

/** A clause that goes with some rules only. */
interface SpecialClause {
  readonly words: string;
  /** The actions that it goes with. */
  readonly actions: readonly Action[];
  /** Where it belongs. */
  readonly help: string;
}

const deadlines: readonly Action[] = ['erase', 'anonymise', 'archive', 'review', 'restrict', 'due'];

const specialClauses: Partial<Record<RuleClause['kind'], SpecialClause>> = {
  'leaving-clause': {
    words: 'leaving',
    actions: ['erase', 'anonymise'],
    help: 'Only a rule that says "erase" or "anonymise" can say what stays behind.',
  },
  'done-when-clause': {
    words: 'done when',
    actions: ['due', 'review', 'archive', 'restrict'],
    help: 'Only what is due, reviewed, archived or restricted can be done; a record that is erased is no longer there to be asked.',
  },
  'review-within-clause': {
    words: 'review within',
    actions: ['hold'],
    help: 'Only a hold is looked at again; write "review … at the latest …" for a record that has to be reviewed.',
  },
  'rolling-clause': {
    words: 'rolling over',
    actions: ['keep', ...deadlines],
    help: 'Only a last day can move on to the next working day.',
  },
  'extend-by-clause': {
    words: 'extend by',
    actions: ['keep', ...deadlines],
    help: 'Only a period or a deadline can be extended.',
  },
  'period-instead-clause': {
    words: 'for at least',
    actions: ['keep', ...deadlines],
    help: 'Only a rule that says "keep", "erase", "due" and the like has a period or a deadline.',
  },
};

/** Reports clauses of a rule that say nothing about what the rule does. */
export function checkClauses(scope: Scope, { clauses }: RuleNode, doing: string, action: Action): void {
  for (const clause of clauses) {
    const special = specialClauses[clause.kind];
    if (special === undefined || special.actions.includes(action)) continue;
    // A hold with a period has a message of its own.
    if (action === 'hold' && special.actions.includes('keep')) continue;
    const values = { words: wordsOfClause(clause, special), action: doing };
    complain(scope, 'schedule/clause-does-not-fit', clause, values, { help: special.help });
  }
}

function wordsOfClause(clause: RuleClause, { words }: SpecialClause): string {
  return clause.kind === 'period-instead-clause' && clause.deadline !== undefined ? 'at the latest' : words;
}

/** Reports what only rules may say, and for lifts and exceptions of rules about activities every period. */
export function checkExceptionClauses(
  scope: Scope,
  node: ExceptNode | LiftNode,
  takesPeriods: boolean,
): void {
  for (const clause of node.clauses) {
    if (clause.kind === 'effect-clause') complain(scope, 'policy/effect-in-exception', clause, {});
    if (clause.kind === 'schedule-clause') {
      const help = 'To state another period, write only "for at least …" or "at the latest …".';
      complain(scope, 'policy/effect-in-exception', clause, {}, takesPeriods ? { help } : {});
    }
    if (clause.kind === 'overridable-clause') complain(scope, 'policy/overridable-exception', clause, {});
    const special = specialClauses[clause.kind];
    if (special === undefined) continue;
    const isPeriod = special.actions.includes('keep');
    const words = wordsOfClause(clause, special);
    if (isPeriod && node.kind === 'lift') complain(scope, 'schedule/period-in-lift', clause, { words });
    else if (!isPeriod) complain(scope, 'schedule/clause-of-rule', clause, { words });
    else if (!takesPeriods)
      complain(
        scope,
        'schedule/clause-does-not-fit',
        clause,
        { words, action: 'except' },
        { help: special.help },
      );
  }
}
