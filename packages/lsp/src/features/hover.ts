import type { Hover } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { describeSymbol } from '../describe/index.ts';
import { rangeFrom } from '../model/places.ts';
import type { Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';

/** What the name at a place stands for. */
export function hover(target: Target): Hover | undefined {
  const found = symbolAt(target);
  if (found === undefined) return undefined;
  const value = describeSymbol(target.snapshot, found.site.symbol);
  return {
    contents: { kind: MarkupKind.Markdown, value },
    range: rangeFrom(found.file, found.start, found.site),
  };
}
