import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type { PolicyDeclaration } from '../tree-declarations.ts';
import type { TextNode } from '../tree-names.ts';
import type {
  AppliesClause,
  AuthorityClause,
  DefaultClause,
  LiftNode,
  OptionClause,
  PolicyClause,
  ReviewByClause,
  SourceClause,
  ZoneClause,
} from '../tree-policies.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives } from './base-grammar.ts';
import { RuleGrammar } from './rule-grammar.ts';
import { checkId } from './test-checks.ts';

/** Policies and what stands in them besides rules. */
export abstract class PolicyGrammar extends RuleGrammar {
  readonly policy: Rule<PolicyDeclaration> = this.newRule('policy', () => {
    const start = this.take(1, W.policy).startOffset;
    const name = this.subrule(1, this.dottedName);
    const title = this.option(1, () => this.textAt(1));
    this.take(1, T.openBrace);
    const clauses: PolicyClause[] = [];
    this.many(1, () => {
      clauses.push(this.subrule(1, this.policyClause));
    });
    const { end } = this.take(1, T.closeBrace);
    this.ACTION(() => checkId(name, this.findings));
    const node: Building<PolicyDeclaration> = { kind: 'policy', start, end, name, clauses };
    if (title !== undefined) node.title = title;
    return node;
  });

  private readonly policyForms = alternatives(
    () => this.subrule(1, this.rule),
    () => this.subrule(1, this.authority),
    () => this.subrule(1, this.source),
    () => this.subrule(1, this.zone),
    () => this.subrule(1, this.inForce),
    () => this.subrule(1, this.reviewBy),
    () => this.subrule(1, this.applies),
    () => this.subrule(1, this.default),
    () => this.subrule(1, this.policyOption),
    () => this.subrule(1, this.lift),
  );

  readonly policyClause: Rule<PolicyClause> = this.newRule('policyClause', () =>
    this.or(1, this.policyForms),
  );

  readonly authority: Rule<AuthorityClause> = this.newRule('authority', () => {
    const start = this.take(1, W.authority).startOffset;
    const authority = this.nameAt(1);
    return { kind: 'authority-clause', start, end: authority.end, authority };
  });

  readonly source: Rule<SourceClause> = this.newRule('source', () => {
    const start = this.take(1, W.source).startOffset;
    const text = this.textAt(1);
    const url = this.option(1, () => this.urlAt(1));
    const asOf = this.option(2, () => {
      this.take(1, W['as of']);
      return this.dateAt(1);
    });
    const node: Building<SourceClause> = { kind: 'source-clause', start, end: this.lastEnd(), text };
    if (url !== undefined) node.url = url;
    if (asOf !== undefined) node.asOf = asOf;
    return node;
  });

  readonly zone: Rule<ZoneClause> = this.newRule('zone', () => {
    const start = this.nextStart();
    const zone = this.zoneText(1);
    return { kind: 'zone-clause', start, end: zone.end, zone };
  });

  readonly reviewBy: Rule<ReviewByClause> = this.newRule('reviewBy', () => {
    const start = this.take(1, W['review by']).startOffset;
    const date = this.dateAt(1);
    return { kind: 'review-by-clause', start, end: date.end, date };
  });

  readonly applies: Rule<AppliesClause> = this.newRule('applies', () => {
    const start = this.nextStart();
    const node: Building<AppliesClause> = { kind: 'applies-clause', start, end: start, everywhere: false };
    this.or(
      1,
      alternatives(
        () => {
          this.take(1, W['applies when']);
          node.condition = this.subrule(1, this.condition);
        },
        () => {
          this.take(1, W['applies everywhere']);
          node.everywhere = true;
          this.option(1, () => {
            this.take(1, W.when);
            node.condition = this.subrule(2, this.condition);
          });
        },
      ),
    );
    node.end = this.lastEnd();
    return node;
  });

  readonly default: Rule<DefaultClause> = this.newRule('default', () => {
    const start = this.take(1, W.default).startOffset;
    const effect = this.or<Token>(
      1,
      alternatives(
        () => this.take(1, W.permit),
        () => this.take(1, W.forbid),
      ),
    );
    const activity = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    const cites: TextNode[] = [];
    this.many(1, () => {
      this.take(1, W.cite);
      cites.push(this.textAt(2));
    });
    const node: Building<DefaultClause> = {
      kind: 'default-clause',
      start,
      end: this.lastEnd(),
      effect: effect.tokenType === W.permit ? 'permit' : 'forbid',
      activity,
      cites,
    };
    if (title !== undefined) node.title = title;
    return node;
  });

  /** `option texts-are-calls: boolean "…" { safe yes  cite "…" }` */
  readonly policyOption: Rule<OptionClause> = this.newRule('policyOption', () => {
    const documentation = this.documentation();
    const start = this.take(1, W.option).startOffset;
    const name = this.nameAt(1);
    this.take(1, T.colon);
    const type = this.subrule(1, this.type);
    const cites: TextNode[] = [];
    const node: Building<OptionClause> = { kind: 'option-clause', start, end: start, name, type, cites };
    if (documentation !== undefined) node.documentation = documentation;
    this.option(1, () => {
      node.title = this.textAt(1);
    });
    this.take(1, T.openBrace);
    this.many(1, () =>
      this.or(
        1,
        alternatives(
          () => {
            this.take(1, W.safe);
            node.safe = this.subrule(1, this.condition);
          },
          () => {
            this.take(1, W.cite);
            cites.push(this.textAt(2));
          },
        ),
      ),
    );
    node.end = this.take(1, T.closeBrace).end;
    return node;
  });

  readonly lift: Rule<LiftNode> = this.newRule('lift', () => {
    const documentation = this.documentation();
    const start = this.take(1, W.lift).startOffset;
    const target = this.subrule(1, this.dottedName);
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    const clauses = this.subrule(1, this.ruleBody);
    const node: Building<LiftNode> = { kind: 'lift', start, end: this.lastEnd(), target, name, clauses };
    if (title !== undefined) node.title = title;
    if (documentation !== undefined) node.documentation = documentation;
    return node;
  });
}
