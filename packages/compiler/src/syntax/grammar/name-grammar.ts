import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type { TypeNode } from '../tree-expressions.ts';
import type { DateNode, DottedName, Name, Period, Reference } from '../tree-names.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives, BaseGrammar, dottedNameOf, nameOf } from './base-grammar.ts';

/** Names, references, periods and types. */
export abstract class NameGrammar extends BaseGrammar {
  readonly dottedName: Rule<DottedName> = this.newRule('dottedName', () => {
    const first = this.nameAt(1);
    const segments = [first];
    this.many(1, () => {
      this.take(1, T.dot);
      segments.push(this.nameAt(2));
    });
    return dottedNameOf(segments, first.start, this.lastEnd());
  });

  /** What an expectation or a `given` names: `customer.consents[2].recorded-at`, `us.tcpa.*`. */
  readonly reference: Rule<Reference> = this.newRule('reference', () => {
    const first = nameOf(this.take(1, T.termName));
    const segments = [first];
    this.many(1, () =>
      this.or(
        1,
        alternatives(
          () => this.dotSegment(segments),
          () => segments.push(nameOf(this.take(1, T.position))),
        ),
      ),
    );
    return {
      kind: 'reference',
      start: first.start,
      end: this.lastEnd(),
      segments,
      text: joinSegments(segments),
    };
  });

  /** One or more references between commas. */
  protected referencesAt(occurrence: number): Reference[] {
    const references = [this.subrule(occurrence, this.reference)];
    this.many(occurrence, () => {
      this.take(occurrence, T.comma);
      references.push(this.subrule(occurrence + 1, this.reference));
    });
    return references;
  }

  /** One or more names between commas. */
  protected namesAt(occurrence: number): Name[] {
    const names = [this.nameAt(occurrence)];
    this.many(occurrence, () => {
      this.take(occurrence, T.comma);
      names.push(this.nameAt(occurrence + 1));
    });
    return names;
  }

  readonly period: Rule<Period> = this.newRule('period', () => {
    const start = this.nextStart();
    const node: Building<Period> = { kind: 'period', start, end: start };
    this.or(
      1,
      alternatives(
        () => {
          this.or(
            2,
            alternatives(
              () => this.take(1, W.from),
              () => this.take(1, W.since),
            ),
          );
          node.from = this.dateAt(1);
          this.option(1, () =>
            this.or(
              3,
              alternatives(
                () => {
                  node.through = this.boundAt(1);
                },
                () => {
                  node.until = this.exclusiveBoundAt(1);
                },
              ),
            ),
          );
        },
        () => {
          node.through = this.boundAt(3);
        },
        () => {
          node.until = this.exclusiveBoundAt(3);
        },
      ),
    );
    node.end = this.lastEnd();
    return node;
  });

  /** `within Jurisdiction`, `all of Channel`, `list of Consent at most 20`, `date or none`. */
  readonly type: Rule<TypeNode> = this.newRule('type', () => {
    const node = this.subrule(1, this.typeForm);
    const orNone = this.option(1, () => {
      this.take(1, W.or);
      return this.take(1, W.none);
    });
    return orNone === undefined ? node : { ...node, orNone: true, end: this.lastEnd() };
  });

  /** A type without `or none`; a list of lists is refused by the checker, not here. */
  readonly typeForm: Rule<TypeNode> = this.newRule('typeForm', () => {
    const start = this.nextStart();
    const node: Building<TypeNode> = { kind: 'type', start, end: start, form: 'plain', orNone: false };
    this.or(1, {
      DEF: alternatives(
        () => {
          this.take(1, W.within);
          node.form = 'within';
          node.name = this.typeNameAt(1);
        },
        () => {
          this.take(1, W['all of']);
          node.form = 'all-of';
          node.name = this.typeNameAt(2);
        },
        () => this.listType(node),
        () => {
          node.name = this.typeNameAt(3);
        },
      ),
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
    });
    node.end = this.lastEnd();
    return node;
  });

  private listType(node: Building<TypeNode>): void {
    this.enter();
    const word = this.or<Token>(
      2,
      alternatives(
        () => this.take(1, W['list of']),
        () => this.take(1, W['partial list of']),
      ),
    );
    node.form = word.tokenType === W['partial list of'] ? 'partial-list' : 'list';
    node.element = this.subrule(1, this.typeForm);
    this.option(2, () => {
      this.take(1, W['at most']);
      node.limit = Number(this.take(1, T.number).image);
    });
    this.leave();
  }

  private typeNameAt(occurrence: number): Name {
    return nameOf(
      this.or(
        10 + occurrence,
        alternatives(
          () => this.take(10 + occurrence, T.name),
          () => this.take(occurrence, W.number),
          () => this.take(occurrence, W.time),
          () => this.take(occurrence, W.weekday),
        ),
      ),
    );
  }

  protected boundAt(occurrence: number): DateNode {
    this.take(occurrence, W.through);
    return this.dateAt(occurrence + 1);
  }

  protected exclusiveBoundAt(occurrence: number): DateNode {
    this.take(occurrence, W.until);
    return this.dateAt(occurrence + 5);
  }

  /** `.name` or `.*` */
  protected dotSegment(segments: Name[]): void {
    this.take(1, T.dot);
    segments.push(
      nameOf(
        this.or(
          9,
          alternatives(
            () => this.take(9, T.name),
            () => this.take(1, T.star),
          ),
        ),
      ),
    );
  }
}

/** Segments as they are written: positions directly behind what they belong to. */
export function joinSegments(segments: readonly Name[]): string {
  let text = segments[0]?.text ?? '';
  for (let index = 1; index < segments.length; index += 1) {
    const segment = segments[index]?.text ?? '';
    text += segment.startsWith('[') ? segment : `.${segment}`;
  }
  return text;
}
