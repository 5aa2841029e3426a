import type { IOrAlt, ParserMethod, TokenType } from 'chevrotain';
import { EmbeddedActionsParser, EOF } from 'chevrotain';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { createDiagnostic } from '../../diagnostics/index.ts';
import type { Span } from '../../text/index.ts';
import { automaticFix, insertAt, remove } from '../fixes.ts';
import type { Token } from '../lexing/token-types.ts';
import { T, vocabulary } from '../lexing/token-types.ts';
import type { DateNode, Documentation, DottedName, Name, TextNode, UrlNode } from '../tree-names.ts';

/** A rule of the grammar without parameters. */
export type Rule<Node> = ParserMethod<[], Node>;

/** Parts of the tree while they are built. */
export type Building<Node> = { -readonly [Key in keyof Node]: Node[Key] };

/** How deep parts may stand in one another. */
export const deepestNesting = 64;

/** Thrown where a text nests too deeply to be read; caught where the declaration is parsed. */
export class NestingTooDeep extends Error {
  override readonly name = 'NestingTooDeep';
  readonly offset: number;

  constructor(offset: number) {
    super('parts nest too deeply');
    this.offset = offset;
  }
}

/**
 * What all layers of the grammar share. The grammar is one chevrotain parser with embedded actions, split by
 * construct into layers; it has no error handling of its own, since texts with mistakes are mended before (see repair/).
 */
export class BaseGrammar extends EmbeddedActionsParser {
  /** The text that is being parsed. */
  protected unitText = '';
  /** What the actions found. */
  findings: Diagnostic[] = [];
  /** Documentation that became part of the tree. */
  readonly usedDocumentation = new Set<Documentation>();
  protected depth = 0;

  constructor(options: { readonly validate: boolean }) {
    super([...vocabulary], { maxLookahead: 2, recoveryEnabled: false, skipValidations: !options.validate });
  }

  /** Gets ready for the next text. */
  begin(text: string, tokens: Token[]): void {
    this.unitText = text;
    this.findings = [];
    this.usedDocumentation.clear();
    this.depth = 0;
    this.input = tokens;
  }

  /** A rule of the grammar; chevrotain wants the name of the property that holds it. */
  protected newRule<Node>(name: string, parse: () => Node): Rule<Node> {
    return this.RULE(name, parse);
  }

  /** One piece of the given type. */
  protected take(occurrence: number, type: TokenType): Token {
    // Every piece comes from the scanner or the repairs, which make nothing but `Token`s.
    return this.consume(occurrence, type) as Token;
  }

  /** The piece at a distance: 0 is the one just taken, 1 the next. */
  protected peek(distance: number): Token {
    // As above; past the end it is chevrotain's own end piece, which has no line and no documentation.
    return this.LA(distance) as Token;
  }

  /** Where the next piece starts. */
  protected nextStart(): number {
    const start = this.LA(1).startOffset;
    return start >= 0 ? start : this.unitText.length;
  }

  /** Where the piece just taken ends. */
  protected lastEnd(): number {
    return this.peek(0).end;
  }

  /** The documentation above the next piece. */
  protected documentation(): Documentation | undefined {
    const found = this.peek(1).documentation;
    if (found !== undefined) this.usedDocumentation.add(found);
    return found;
  }

  /** A bare name. */
  protected nameAt(occurrence: number): Name {
    return nameOf(this.take(occurrence, T.name));
  }

  /** A quoted text. */
  protected textAt(occurrence: number): TextNode {
    return textOf(this.take(occurrence, T.text));
  }

  protected dateAt(occurrence: number): DateNode {
    return dateOf(this.take(occurrence, T.date));
  }

  protected urlAt(occurrence: number): UrlNode {
    const token = this.take(occurrence, T.url);
    return { kind: 'url', start: token.startOffset, end: token.end, value: token.image };
  }

  /** What stands at the head of a declaration at most once: the first one counts, and a second is a mistake. */
  protected once<Node extends Span>(earlier: Node | undefined, found: Node, words: string): Node {
    if (earlier === undefined) return found;
    const span = { start: found.start, end: found.end };
    const related = [{ span: { start: earlier.start, end: earlier.end }, text: 'it stands here already' }];
    this.findings.push(createDiagnostic('policy/repeated-clause', span, { words }, { related }));
    return earlier;
  }

  /** Entries up to a closing bracket, with commas on one line and without across lines. */
  protected entries<Node>(occurrence: number, parse: () => Node): Node[] {
    const items: Node[] = [];
    const surplus: Span[] = [];
    this.many(occurrence, () => {
      items.push(parse());
      const comma = this.option(occurrence, () => this.take(occurrence, T.comma));
      this.checkSeparator(comma, surplus);
    });
    if (surplus.length > 0) this.reportSurplusCommas(surplus);
    return items;
  }

  /** One entry, with the comma that may stand behind it. */
  protected entry(occurrence: number, parse: () => void): void {
    const surplus: Span[] = [];
    parse();
    const comma = this.option(occurrence, () => this.take(occurrence, T.comma));
    this.checkSeparator(comma, surplus);
    if (surplus.length > 0) this.reportSurplusCommas(surplus);
  }

  /** Counts one level deeper; the caller counts back. */
  protected enter(): void {
    this.depth += 1;
    if (this.depth > deepestNesting) throw new NestingTooDeep(this.nextStart());
  }

  protected leave(): void {
    this.depth -= 1;
  }

  private checkSeparator(comma: Token | undefined, surplus: Span[]): void {
    const next = this.peek(1);
    const atEnd = closers.has(next.tokenType);
    if (comma !== undefined) {
      if (next.firstOnLine || atEnd) surplus.push({ start: comma.startOffset, end: comma.end });
    } else if (!next.firstOnLine && !atEnd) {
      const span = { start: this.lastEnd(), end: this.nextStart() };
      const fixes = [automaticFix('Write a comma', insertAt(span.start, ','))];
      this.findings.push(createDiagnostic('syntax/comma-missing', span, {}, { fixes }));
    }
  }

  private reportSurplusCommas(commas: readonly Span[]): void {
    const [first] = commas;
    if (first === undefined) return;
    const title = commas.length > 1 ? 'Remove these commas' : 'Remove this comma';
    const fixes = [automaticFix(title, ...commas.map(remove))];
    this.findings.push(createDiagnostic('syntax/comma-at-line-end', first, {}, { fixes }));
  }
}

const closers = new Set<TokenType>([T.closeBrace, T.closeParenthesis, T.closeBracket, T.rowEnd, T.pipe, EOF]);

/** The alternatives of a choice, as chevrotain wants them. */
export function alternatives<Forms extends readonly (() => unknown)[]>(
  ...forms: Forms
): IOrAlt<ReturnType<Forms[number]>>[] {
  // The compiler does not see that calling one of the functions gives one of their results.
  return forms.map((ALT) => ({ ALT })) as IOrAlt<ReturnType<Forms[number]>>[];
}

/** The name that a piece spells. */
export function nameOf(token: Token): Name {
  if (token.virtual)
    return { kind: 'name', start: token.startOffset, end: token.end, text: '', missing: true };
  if (token.tokenType === T.quotedName) {
    return { kind: 'name', start: token.startOffset, end: token.end, text: token.image, quoted: true };
  }
  return { kind: 'name', start: token.startOffset, end: token.end, text: token.image };
}

/** The text that a piece quotes. */
export function textOf(token: Token): TextNode {
  const node: Building<TextNode> = {
    kind: 'text',
    start: token.startOffset,
    end: token.end,
    value: token.image,
  };
  if (token.virtual) node.missing = true;
  return node;
}

/** The date that a piece states. */
export function dateOf(token: Token): DateNode {
  const node: Building<DateNode> = {
    kind: 'date',
    start: token.startOffset,
    end: token.end,
    value: token.image,
  };
  if (token.virtual) node.missing = true;
  return node;
}

/** Names joined by dots. */
export function dottedNameOf(segments: readonly Name[], start: number, end: number): DottedName {
  const text =
    segments.length === 1 ? (segments[0]?.text ?? '') : segments.map((name) => name.text).join('.');
  return { kind: 'dotted-name', start, end, segments, text };
}
