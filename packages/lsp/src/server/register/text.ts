import type { DocumentOnTypeFormattingParams, Range, SelectionRangeParams } from 'vscode-languageserver';
import { documentLinks } from '../../features/document-links.ts';
import { documentSymbols } from '../../features/document-symbols.ts';
import { foldingRanges } from '../../features/folding.ts';
import { formatDocument, formatRange } from '../../features/formatting.ts';
import { formatOnType } from '../../features/on-type-formatting.ts';
import { selectionRanges } from '../../features/selection-ranges.ts';
import type { FeatureContext, FileParams } from '../answers.ts';
import { createAnswers } from '../answers.ts';

/** Requests that need no more than the text. */
export function registerText(context: FeatureContext): void {
  const { connection } = context;
  const { inText } = createAnswers(context);
  connection.onDocumentSymbol(inText('document symbols', documentSymbols));
  connection.onFoldingRanges(inText('folding', foldingRanges));
  connection.onDocumentLinks(inText('document links', documentLinks));
  connection.onSelectionRanges(
    inText('selection ranges', (text, { positions }: SelectionRangeParams) =>
      selectionRanges(text, positions),
    ),
  );
  connection.onDocumentFormatting(inText('formatting', formatDocument));
  connection.onDocumentRangeFormatting(
    inText('range formatting', (text, { range }: FileParams & { readonly range: Range }) =>
      formatRange(text, range),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    inText('formatting while typing', (text, { position, ch }: DocumentOnTypeFormattingParams) =>
      formatOnType(text, position, ch),
    ),
  );
}
