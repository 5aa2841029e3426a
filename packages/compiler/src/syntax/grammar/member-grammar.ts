import { T, W } from '../lexing/token-types.ts';
import type {
  ActivityDeclaration,
  AuthorisedMember,
  ClaimMember,
  DefineDeclaration,
  DerivedMember,
  FieldMember,
  Member,
  ObligationDeclaration,
  Parameter,
  RecordDeclaration,
} from '../tree-declarations.ts';
import type { Name, TextNode, UrlNode } from '../tree-names.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives } from './base-grammar.ts';
import { CalendarGrammar } from './calendar-grammar.ts';

/** Declarations with facts and parameters: records, activities, obligations, defines. */
export abstract class MemberGrammar extends CalendarGrammar {
  readonly record: Rule<RecordDeclaration> = this.newRule('record', () => {
    const start = this.take(1, W.record).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    const members = this.subrule(1, this.members);
    const node: Building<RecordDeclaration> = {
      kind: 'record',
      start,
      end: this.lastEnd(),
      extends: false,
      name,
      members,
    };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly activity: Rule<ActivityDeclaration> = this.newRule('activity', () => {
    const start = this.take(1, W.activity).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    const members = this.subrule(1, this.members);
    const node: Building<ActivityDeclaration> = {
      kind: 'activity',
      start,
      end: this.lastEnd(),
      extends: false,
      name,
      members,
    };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly members: Rule<Member[]> = this.newRule('members', () => {
    this.take(1, T.openBrace);
    const members = this.entries(1, () =>
      this.or(
        1,
        alternatives(
          () => this.subrule(1, this.authorisedBy),
          () => this.subrule(1, this.member),
        ),
      ),
    );
    this.take(1, T.closeBrace);
    return members;
  });

  readonly authorisedBy: Rule<AuthorisedMember> = this.newRule('authorisedBy', () => {
    const start = this.take(1, W['authorised by']).startOffset;
    const authority = this.nameAt(1);
    return { kind: 'authorised-by', start, end: authority.end, authority };
  });

  readonly member: Rule<FieldMember | DerivedMember | ClaimMember> = this.newRule('member', () => {
    const documentation = this.documentation();
    const name = this.nameAt(1);
    const member = this.or(
      1,
      alternatives(
        () => this.derived(name),
        () => this.fieldOrClaim(name),
      ),
    );
    return documentation === undefined ? member : { ...member, documentation };
  });

  private derived(name: Name): DerivedMember {
    this.take(1, T.equals);
    const value = this.subrule(1, this.condition);
    return { kind: 'derived', start: name.start, end: this.lastEnd(), name, value };
  }

  private fieldOrClaim(name: Name): FieldMember | ClaimMember {
    const optional = this.option(1, () => this.take(1, T.question)) !== undefined;
    this.take(1, T.colon);
    return this.or(
      2,
      alternatives(
        () => this.claim(name),
        () => this.subrule(1, this.field, { ARGS: [name, optional] }),
      ),
    );
  }

  private claim(name: Name): ClaimMember {
    this.take(1, W['each of']);
    const operands = this.subrule(1, this.choices);
    return { kind: 'claim', start: name.start, end: this.lastEnd(), name, operands };
  }

  /** The type of a fact and what is said about it. */
  readonly field = this.RULE('field', (name: Name, optional: boolean): FieldMember => {
    const type = this.subrule(1, this.type);
    const aliases: TextNode[] = [];
    const sameAs: UrlNode[] = [];
    let title: TextNode | undefined;
    let sensitive = false;
    this.many(1, () =>
      this.or(
        1,
        alternatives(
          () => {
            title = this.textAt(1);
          },
          () => {
            this.take(1, W.sensitive);
            sensitive = true;
          },
          () => this.also(aliases),
          () => this.sameAs(sameAs),
        ),
      ),
    );
    const node: Building<FieldMember> = {
      kind: 'field',
      start: name?.start,
      end: this.lastEnd(),
      name,
      optional,
      type,
      aliases,
      sameAs,
      sensitive,
    };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly obligation: Rule<ObligationDeclaration> = this.newRule('obligation', () => {
    const start = this.nextStart();
    const precautionary = this.option(1, () => this.take(1, W.precautionary)) !== undefined;
    this.take(1, W.obligation);
    const name = this.nameAt(1);
    const title = this.option(2, () => this.textAt(1));
    const parameters = this.option(3, () => this.subrule(1, this.parameters));
    const node: Building<ObligationDeclaration> = {
      kind: 'obligation',
      start,
      end: this.lastEnd(),
      precautionary,
      name,
      parameters: parameters ?? [],
    };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly parameters: Rule<Parameter[]> = this.newRule('parameters', () => {
    this.take(1, T.openParenthesis);
    const list = this.entries(1, () => this.subrule(1, this.parameter));
    this.take(1, T.closeParenthesis);
    return list;
  });

  readonly parameter: Rule<Parameter> = this.newRule('parameter', () => {
    const name = this.nameAt(1);
    this.take(1, T.colon);
    const type = this.subrule(1, this.type);
    return { kind: 'parameter', start: name.start, end: type.end, name, type };
  });

  readonly define: Rule<DefineDeclaration> = this.newRule('define', () => {
    const start = this.take(1, W.define).startOffset;
    const name = this.nameAt(1);
    const before = this.option(1, () => this.textAt(1));
    const parameters = this.subrule(1, this.parameters);
    const behind = this.option(2, () => this.textAt(2));
    this.take(1, W.as);
    const body = this.subrule(1, this.condition);
    const node: Building<DefineDeclaration> = {
      kind: 'define',
      start,
      end: body.end,
      name,
      parameters,
      body,
    };
    const title = before ?? behind;
    if (title !== undefined) node.title = title;
    return node;
  });
}
