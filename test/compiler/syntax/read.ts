import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../packages/compiler/src/diagnostics/index.ts';
import type {
  Declaration,
  DeclarationUnit,
  Expression,
  RuleClause,
  RuleNode,
} from '../../../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import type { Span } from '../../../packages/compiler/src/text/index.ts';
import { repositoryPath } from '../../support/check.ts';

/** The sources of the tour of the language, by file name. */
export function tourSources(): readonly { readonly name: string; readonly text: string }[] {
  const folder = repositoryPath('test/fixtures/tour/');
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}${name}`, 'utf8') }));
}

/** The units of a text. */
export function unitsOf(text: string): readonly DeclarationUnit[] {
  return parseSourceFile({ path: 'policies/example.privacy', text }).declarations.map(({ unit }) => unit);
}

/** The only declaration of a text. */
export function declarationOf(text: string): Declaration {
  const [unit, more] = unitsOf(text);
  if (unit === undefined || more !== undefined) throw new Error('The text has not exactly one declaration.');
  return unit.tree;
}

/** All messages about a text. */
export function messagesOf(text: string): readonly Diagnostic[] {
  const file = parseSourceFile({ path: 'policies/example.privacy', text });
  return [...file.diagnostics, ...file.declarations.flatMap(({ unit }) => unit.diagnostics)];
}

/** The codes of all messages about a text. */
export function codesOf(text: string): string[] {
  return messagesOf(text).map(({ code }) => code);
}

/** A policy with a rule of three clauses, one of which is given, between two other rules. */
export function policyWith(clause: string): string {
  return `policy uk.example "Example" {
  authority law
  rule first "First" { forbid contact }
  rule middle "Middle" {
    forbid contact
    ${clause}
    cite "art. 1"
  }
  rule last "Last" { forbid contact }
}
`;
}

/** The clauses of the middle rule of `policyWith`. */
export function middleClauses(text: string): readonly RuleClause[] {
  const tree = declarationOf(text);
  if (tree.kind !== 'policy') throw new Error('The text is no policy.');
  const rule = tree.clauses.find(
    (clause): clause is RuleNode => clause.kind === 'rule' && clause.name.text === 'middle',
  );
  return rule?.clauses ?? [];
}

/** The condition of a rule that has it after `when`. */
export function conditionOf(condition: string): Expression {
  const clause = middleClauses(policyWith(`when ${condition}`)).find(({ kind }) => kind === 'when-clause');
  if (clause?.kind !== 'when-clause') throw new Error('The rule has no condition.');
  return clause.condition;
}

/** A part of a tree without its places, kinds first: what a test compares. */
export function shapeOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shapeOf);
  if (typeof node !== 'object' || node === null) return node;
  if ('kind' in node && node.kind === 'name' && 'text' in node) return node.text;
  if ('kind' in node && node.kind === 'path' && 'segments' in node && Array.isArray(node.segments)) {
    return node.segments.map(shapeOf).join('.');
  }
  const entries = Object.entries(node).filter(([key]) => key !== 'start' && key !== 'end');
  return Object.fromEntries(entries.map(([key, value]) => [key, shapeOf(value)]));
}

/** Every span of a tree with the one that it has to lie in. */
export function* nestedSpans(node: unknown, outer: Span): Generator<{ inner: Span; outer: Span }> {
  if (Array.isArray(node)) {
    for (const entry of node) yield* nestedSpans(entry, outer);
  } else if (typeof node === 'object' && node !== null) {
    const inner = isSpan(node) ? node : outer;
    if (inner !== outer) yield { inner, outer };
    for (const [key, value] of Object.entries(node)) {
      // Documentation stands above what it describes.
      if (key !== 'documentation') yield* nestedSpans(value, inner);
    }
  }
}

function isSpan(node: object): node is Span {
  return 'start' in node && 'end' in node;
}
