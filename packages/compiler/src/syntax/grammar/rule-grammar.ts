import { T, W } from '../lexing/token-types.ts';
import type {
  BecauseClause,
  CiteClause,
  EffectClause,
  ExceptNode,
  InForceClause,
  ObligationArgument,
  ObligationClause,
  OverridableClause,
  RuleClause,
  RuleNode,
  UnlessClause,
  WhenClause,
} from '../tree-policies.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives } from './base-grammar.ts';
import { ScheduleGrammar } from './schedule-grammar.ts';
import { checkExceptionName } from './test-checks.ts';

/** Rules, exceptions and their clauses, which stand in any order. */
export abstract class RuleGrammar extends ScheduleGrammar {
  readonly rule: Rule<RuleNode> = this.newRule('rule', () => {
    const documentation = this.documentation();
    const start = this.take(1, W.rule).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    const clauses = this.subrule(1, this.ruleBody);
    const node: Building<RuleNode> = { kind: 'rule', start, end: this.lastEnd(), name, clauses };
    if (title !== undefined) node.title = title;
    if (documentation !== undefined) node.documentation = documentation;
    return node;
  });

  readonly except: Rule<ExceptNode> = this.newRule('except', () => {
    this.enter();
    const documentation = this.documentation();
    const start = this.take(1, W.except).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    const clauses = this.subrule(1, this.ruleBody);
    this.leave();
    checkExceptionName(name, this.findings);
    const node: Building<ExceptNode> = { kind: 'except', start, end: this.lastEnd(), name, clauses };
    if (title !== undefined) node.title = title;
    if (documentation !== undefined) node.documentation = documentation;
    return node;
  });

  readonly ruleBody: Rule<RuleClause[]> = this.newRule('ruleBody', () => {
    this.take(1, T.openBrace);
    const clauses: RuleClause[] = [];
    this.many(1, () => {
      clauses.push(this.subrule(1, this.ruleClause));
    });
    this.take(1, T.closeBrace);
    return clauses;
  });

  private readonly clauseForms = alternatives(
    () => this.subrule(1, this.effect),
    () => this.subrule(1, this.when),
    () => this.subrule(1, this.unless),
    () => this.subrule(1, this.cite),
    () => this.subrule(1, this.except),
    () => this.subrule(1, this.obligationClause),
    () => this.subrule(1, this.schedule),
    () => this.subrule(1, this.periodInstead),
    () => this.subrule(1, this.leaving),
    () => this.subrule(1, this.rolling),
    () => this.subrule(1, this.extendBy),
    () => this.subrule(1, this.doneWhen),
    () => this.subrule(1, this.reviewWithin),
    () => this.subrule(1, this.because),
    () => this.subrule(1, this.overridableBy),
    () => this.subrule(1, this.inForce),
  );

  readonly ruleClause: Rule<RuleClause> = this.newRule('ruleClause', () => this.or(1, this.clauseForms));

  readonly effect: Rule<EffectClause> = this.newRule('effect', () => {
    const start = this.nextStart();
    const effect = this.or<EffectClause['effect']>(
      1,
      alternatives(
        () => this.effectWord('forbid'),
        () => this.effectWord('permit'),
        () => this.require(),
        () => this.effectWord('mandate'),
        () => this.effectWord('advise'),
      ),
    );
    const activity = this.nameAt(1);
    return { kind: 'effect-clause', start, end: activity.end, effect, activity };
  });

  private effectWord(effect: 'forbid' | 'permit' | 'mandate' | 'advise'): EffectClause['effect'] {
    this.take(1, W[effect]);
    return effect;
  }

  private require(): EffectClause['effect'] {
    this.take(1, W.require);
    const onRefusal = this.option(1, () => this.take(1, W['on refusal']));
    return onRefusal === undefined ? 'require' : 'require-on-refusal';
  }

  readonly when: Rule<WhenClause> = this.newRule('when', () => {
    const start = this.take(1, W.when).startOffset;
    const condition = this.subrule(1, this.condition);
    return { kind: 'when-clause', start, end: condition.end, condition };
  });

  readonly unless: Rule<UnlessClause> = this.newRule('unless', () => {
    const start = this.take(1, W.unless).startOffset;
    const condition = this.subrule(1, this.condition);
    return { kind: 'unless-clause', start, end: condition.end, condition };
  });

  readonly cite: Rule<CiteClause> = this.newRule('cite', () => {
    const start = this.take(1, W.cite).startOffset;
    const text = this.textAt(1);
    return { kind: 'cite-clause', start, end: text.end, text };
  });

  readonly because: Rule<BecauseClause> = this.newRule('because', () => {
    const start = this.take(1, W.because).startOffset;
    const text = this.textAt(1);
    return { kind: 'because-clause', start, end: text.end, text };
  });

  readonly obligationClause: Rule<ObligationClause> = this.newRule('obligationClause', () => {
    const start = this.take(1, W.obligation).startOffset;
    const obligation = this.nameAt(1);
    const values = this.option(1, () => {
      this.take(1, T.openParenthesis);
      const list = this.entries(2, () => this.subrule(1, this.obligationArgument));
      this.take(1, T.closeParenthesis);
      return list;
    });
    return { kind: 'obligation-clause', start, end: this.lastEnd(), obligation, arguments: values ?? [] };
  });

  readonly obligationArgument: Rule<ObligationArgument> = this.newRule('obligationArgument', () => {
    const name = this.nameAt(1);
    this.take(1, T.colon);
    const value = this.subrule(1, this.condition);
    return { kind: 'obligation-argument', start: name.start, end: value.end, name, value };
  });

  readonly overridableBy: Rule<OverridableClause> = this.newRule('overridableBy', () => {
    const start = this.take(1, W['overridable by']).startOffset;
    const authority = this.nameAt(1);
    return { kind: 'overridable-clause', start, end: authority.end, authority };
  });

  readonly inForce: Rule<InForceClause> = this.newRule('inForce', () => {
    const start = this.take(1, W['in force']).startOffset;
    const period = this.subrule(1, this.period);
    const countedBy = this.option(1, () => {
      this.take(1, W['counted by']);
      return this.subrule(1, this.value);
    });
    const node: Building<InForceClause> = { kind: 'in-force-clause', start, end: this.lastEnd(), period };
    if (countedBy !== undefined) node.countedBy = countedBy;
    return node;
  });
}
