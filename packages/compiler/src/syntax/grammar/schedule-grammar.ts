import { W } from '../lexing/token-types.ts';
import type {
  DoneWhenClause,
  ExtendByClause,
  LeavingClause,
  PeriodInsteadClause,
  ReviewWithinClause,
  RollingClause,
  ScheduleAction,
  ScheduleClause,
} from '../tree-policies.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives } from './base-grammar.ts';
import { MemberGrammar } from './member-grammar.ts';

/** Clauses about time: keeping, erasing, holding, due dates. */
export abstract class ScheduleGrammar extends MemberGrammar {
  private readonly actionForms = actions.map((word) => ({ ALT: () => this.action(word) }));

  /** `keep Invoice for at least 10 years counted from issued-on`, `hold every record of subject` */
  readonly schedule: Rule<ScheduleClause> = this.newRule('schedule', () => {
    const start = this.nextStart();
    const absolute = this.option(1, () => this.take(1, W.absolute)) !== undefined;
    const action = this.or(1, this.actionForms);
    const node: Building<ScheduleClause> = { kind: 'schedule-clause', start, end: start, action, absolute };
    this.or(2, {
      DEF: alternatives(
        () => {
          this.take(1, W['every record of']);
          node.everyRecordOf = this.subrule(1, this.primary);
        },
        () => {
          node.record = this.nameAt(1);
        },
      ),
    });
    this.option(2, () => this.forAtLeast(node));
    this.option(4, () => this.atTheLatest(node));
    node.end = this.lastEnd();
    return node;
  });

  readonly periodInstead: Rule<PeriodInsteadClause> = this.newRule('periodInstead', () => {
    const start = this.nextStart();
    const node: Building<PeriodInsteadClause> = { kind: 'period-instead-clause', start, end: start };
    this.or(
      1,
      alternatives(
        () => this.forAtLeast(node),
        () => this.atTheLatest(node),
      ),
    );
    node.end = this.lastEnd();
    return node;
  });

  readonly leaving: Rule<LeavingClause> = this.newRule('leaving', () => {
    const start = this.take(1, W.leaving).startOffset;
    const record = this.nameAt(1);
    return { kind: 'leaving-clause', start, end: record.end, record };
  });

  readonly rolling: Rule<RollingClause> = this.newRule('rolling', () => {
    const start = this.take(1, W['rolling over non-working days of']).startOffset;
    const calendar = this.subrule(1, this.value);
    return { kind: 'rolling-clause', start, end: calendar.end, calendar };
  });

  readonly extendBy: Rule<ExtendByClause> = this.newRule('extendBy', () => {
    const start = this.take(1, W['extend by']).startOffset;
    const duration = this.subrule(1, this.value);
    this.take(1, W.when);
    const condition = this.subrule(1, this.condition);
    return { kind: 'extend-by-clause', start, end: condition.end, duration, condition };
  });

  readonly doneWhen: Rule<DoneWhenClause> = this.newRule('doneWhen', () => {
    const start = this.take(1, W['done when']).startOffset;
    const condition = this.subrule(1, this.condition);
    return { kind: 'done-when-clause', start, end: condition.end, condition };
  });

  readonly reviewWithin: Rule<ReviewWithinClause> = this.newRule('reviewWithin', () => {
    const start = this.take(1, W['review within']).startOffset;
    const duration = this.subrule(1, this.value);
    return { kind: 'review-within-clause', start, end: duration.end, duration };
  });

  private forAtLeast(node: Pick<Building<ScheduleClause>, 'period' | 'countedFrom'>): void {
    this.take(1, W['for at least']);
    node.period = this.subrule(1, this.value);
    this.option(3, () => {
      this.take(1, W['counted from']);
      node.countedFrom = this.subrule(2, this.value);
    });
  }

  private atTheLatest(node: Pick<Building<ScheduleClause>, 'deadline'>): void {
    this.take(1, W['at the latest']);
    node.deadline = this.subrule(3, this.value);
  }

  private action(word: ScheduleAction): ScheduleAction {
    this.take(1, W[word]);
    return word;
  }
}

const actions = ['keep', 'erase', 'anonymise', 'archive', 'review', 'restrict', 'hold', 'due'] as const;
