import { T, W } from '../lexing/token-types.ts';
import type {
  AuthoritiesDeclaration,
  AuthorityEntry,
  GroupDeclaration,
  GroupEntry,
  ScaleDeclaration,
  ScaleStep,
  TaxonomyDeclaration,
  TermNode,
} from '../tree-declarations.ts';
import type { Name, TextNode, UrlNode } from '../tree-names.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives, nameOf } from './base-grammar.ts';
import { RowGrammar } from './row-grammar.ts';

/** Declarations of words: authorities, taxonomies, scales, groups, tables, calendars. */
export abstract class VocabularyGrammar extends RowGrammar {
  readonly authorities: Rule<AuthoritiesDeclaration> = this.newRule('authorities', () => {
    const start = this.take(1, W.authorities).startOffset;
    const entries = [this.subrule(1, this.authorityEntry)];
    this.many(1, () => {
      this.take(1, T.greater);
      entries.push(this.subrule(2, this.authorityEntry));
    });
    return { kind: 'authorities', start, end: this.lastEnd(), entries };
  });

  readonly authorityEntry: Rule<AuthorityEntry> = this.newRule('authorityEntry', () => {
    const name = this.nameAt(1);
    const markers: Name[] = [];
    this.many(1, () => {
      markers.push(this.nameAt(2));
    });
    return { kind: 'authority', start: name.start, end: this.lastEnd(), name, markers };
  });

  readonly taxonomy: Rule<TaxonomyDeclaration> = this.newRule('taxonomy', () => {
    const start = this.take(1, W.taxonomy).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    let complete = false;
    const levels: Name[] = [];
    this.many(1, () =>
      this.or(
        1,
        alternatives(
          () => {
            this.take(1, W.complete);
            complete = true;
          },
          () => {
            this.take(1, W.levels);
            levels.push(...this.namesAt(5));
          },
        ),
      ),
    );
    this.take(1, T.openBrace);
    const terms = this.entries(20, () => this.subrule(1, this.taxonomyTerm));
    this.take(1, T.closeBrace);
    const node: Building<TaxonomyDeclaration> = {
      kind: 'taxonomy',
      start,
      end: this.lastEnd(),
      extends: false,
      name,
      complete,
      levels,
      terms,
    };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly taxonomyTerm: Rule<TermNode> = this.newRule('taxonomyTerm', () => {
    this.enter();
    const documentation = this.documentation();
    const name = nameOf(this.take(1, T.termName));
    const aliases: TextNode[] = [];
    const sameAs: UrlNode[] = [];
    const marks = { open: false, complete: false, sensitive: false };
    const title = this.option(1, () => this.textAt(1));
    this.many(1, () => this.or(1, this.termMarks(marks, aliases, sameAs)));
    const terms = this.option(2, () => {
      this.take(1, T.openBrace);
      const below = this.entries(20, () => this.subrule(1, this.taxonomyTerm));
      this.take(1, T.closeBrace);
      return below;
    });
    this.leave();
    const node: Building<TermNode> = {
      kind: 'term',
      start: name.start,
      end: this.lastEnd(),
      name,
      aliases,
      sameAs,
      ...marks,
      terms: terms ?? [],
    };
    if (title !== undefined) node.title = title;
    if (documentation !== undefined) node.documentation = documentation;
    return node;
  });

  private termMarks(
    marks: { open: boolean; complete: boolean; sensitive: boolean },
    aliases: TextNode[],
    sameAs: UrlNode[],
  ) {
    return alternatives(
      () => {
        this.take(1, W.open);
        marks.open = true;
      },
      () => {
        this.take(1, W.complete);
        marks.complete = true;
      },
      () => {
        this.take(1, W.sensitive);
        marks.sensitive = true;
      },
      () => this.also(aliases),
      () => this.sameAs(sameAs),
    );
  }

  /** `also "UK", "Britain"` */
  protected also(aliases: TextNode[]): void {
    this.take(1, W.also);
    aliases.push(this.textAt(8));
    this.many(8, () => {
      this.take(8, T.aliasComma);
      aliases.push(this.textAt(9));
    });
  }

  /** `same as <https://w3id.org/dpv#Marketing>` */
  protected sameAs(urls: UrlNode[]): void {
    this.take(1, W['same as']);
    urls.push(this.urlAt(1));
  }

  readonly scale: Rule<ScaleDeclaration> = this.newRule('scale', () => {
    const start = this.take(1, W.scale).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    this.take(1, T.openBrace);
    const steps = [this.subrule(1, this.scaleStep)];
    this.many(1, () => {
      this.take(1, T.less);
      steps.push(this.subrule(2, this.scaleStep));
    });
    const { end } = this.take(1, T.closeBrace);
    const node: Building<ScaleDeclaration> = { kind: 'scale', start, end, name, steps };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly scaleStep: Rule<ScaleStep> = this.newRule('scaleStep', () => {
    const name = nameOf(this.take(1, T.termName));
    const title = this.option(1, () => this.textAt(1));
    const node: Building<ScaleStep> = { kind: 'scale-step', start: name.start, end: this.lastEnd(), name };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly group: Rule<GroupDeclaration> = this.newRule('group', () => {
    const start = this.take(1, W.group).startOffset;
    const name = this.nameAt(1);
    const node: Building<GroupDeclaration> = {
      kind: 'group',
      start,
      end: start,
      extends: false,
      name,
      entries: [],
    };
    this.many(1, () =>
      this.or(
        1,
        alternatives(
          () => {
            this.take(1, W.of);
            node.taxonomy = this.once(node.taxonomy, this.nameAt(2), 'of');
          },
          () => {
            node.title = this.textAt(1);
          },
          () => {
            node.zone = this.once(node.zone, this.zoneText(1), 'zone');
          },
        ),
      ),
    );
    this.take(1, T.openBrace);
    node.entries = this.entries(20, () => this.subrule(1, this.groupEntry));
    node.end = this.take(1, T.closeBrace).end;
    return node;
  });

  readonly groupEntry: Rule<GroupEntry> = this.newRule('groupEntry', () => {
    const name = nameOf(this.take(1, T.termName));
    const node: Building<GroupEntry> = { kind: 'group-entry', start: name.start, end: name.end, name };
    this.option(1, () => {
      node.period = this.subrule(1, this.period);
    });
    this.option(2, () => {
      this.take(1, W.cite);
      node.cite = this.textAt(1);
    });
    node.end = this.lastEnd();
    return node;
  });
}
