import { createDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { NestingTooDeep } from './grammar/base-grammar.ts';
import { Grammar } from './grammar/grammar.ts';
import { classify } from './lexing/classify.ts';
import { scan } from './lexing/scan.ts';
import type { Token } from './lexing/token-types.ts';
import type { DeclarationUnit } from './source-file.ts';
import type { Declaration } from './tree-declarations.ts';

let shared: Grammar | undefined;

/** The grammar; built when it is first needed, since that takes a while. */
export function grammar(): Grammar {
  shared ??= new Grammar();
  return shared;
}

/** Reads the text of one declaration; never throws for what the text says. */
export function parseDeclaration(text: string): DeclarationUnit {
  const scanned = scan(text);
  const tokens = classify(scanned.tokens);
  const parser = grammar();
  const tree = parse(parser, text, tokens);
  if (tree !== undefined) {
    return { text, tree, comments: scanned.comments, skipped: [], diagnostics: [...scanned.findings, ...parser.findings] };
  }
  const span = { start: tokens[0]?.startOffset ?? 0, end: tokens.at(-1)?.end ?? text.length };
  const diagnostics: Diagnostic[] = [...scanned.findings, createDiagnostic('syntax/unreadable', span, {})];
  return { text, tree: { kind: 'unreadable', ...span }, comments: scanned.comments, skipped: [span], diagnostics };
}

function parse(parser: Grammar, text: string, tokens: readonly Token[]): Declaration | undefined {
  try {
    parser.begin(text, [...tokens]);
    const tree = parser.declaration();
    return parser.errors.length === 0 ? tree : undefined;
  } catch (error) {
    if (error instanceof NestingTooDeep) return undefined;
    throw error;
  }
}
