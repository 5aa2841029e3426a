import { createDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { deepestNesting, NestingTooDeep } from './grammar/base-grammar.ts';
import { Grammar } from './grammar/grammar.ts';
import { classify } from './lexing/classify.ts';
import { scan } from './lexing/scan.ts';
import type { ScanState } from './lexing/scan-state.ts';
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
  parser.begin(text, [...tokens]);
  const tree = parser.declaration();
  return { text, tree, comments: scanned.comments, skipped: [], diagnostics: [...scanned.findings, ...parser.findings] };
}
