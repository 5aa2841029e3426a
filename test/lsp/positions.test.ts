import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionEncoding } from '../../packages/lsp/src/text/positions.ts';
import { createPositions, negotiateEncoding } from '../../packages/lsp/src/text/positions.ts';
import { changedLines } from '../../packages/lsp/src/text/text-edits.ts';
import { joinKey, keyUri, parentKey, pathBelow, uriKey } from '../../packages/lsp/src/text/uris.ts';

const encodings: readonly PositionEncoding[] = ['utf-8', 'utf-16', 'utf-32'];
const lineTexts = fc
  .array(fc.constantFrom('a', 'é', '€', '😀', '\n', '\r\n'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('positions', () => {
  it('lead to the offset that they came from, in every encoding', () => {
    fc.assert(
      fc.property(lineTexts, fc.constantFrom(...encodings), (text, encoding) => {
        const positions = createPositions(text, encoding);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const isInsideOfPair = text.codePointAt(offset - 1) !== text.charCodeAt(offset - 1) && offset > 0;
          const isInsideOfBreak = text.slice(offset - 1, offset + 1) === '\r\n';
          if (isInsideOfPair || isInsideOfBreak) continue;
          expect(positions.toOffset(positions.toPosition(offset))).toBe(offset);
        }
      }),
    );
  });

  it('count what each encoding counts', () => {
    const characterAfter = (encoding: PositionEncoding) =>
      createPositions('é€😀x', encoding).toPosition(4).character;
    expect(encodings.map(characterAfter)).toEqual([9, 4, 3]);
  });

  it('behind the end of a line mean its end, and behind the last line the end', () => {
    const positions = createPositions('ab\r\ncd', 'utf-16');
    expect(positions.toOffset({ line: 0, character: 99 })).toBe(2);
    expect(positions.toOffset({ line: 9, character: 0 })).toBe(6);
  });

  it('are in UTF-16 unless the editor offers only others', () => {
    expect(negotiateEncoding(undefined)).toBe('utf-16');
    expect(negotiateEncoding(['utf-8', 'utf-16'])).toBe('utf-16');
    expect(negotiateEncoding(['utf-32', 'utf-8'])).toBe('utf-32');
    expect(negotiateEncoding(['utf-7'])).toBe('utf-16');
  });
});

describe('changed lines', () => {
  it('turn the old text into the new one', () => {
    const texts = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd'), { maxLength: 12 })
      .map((lines) => lines.join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const result = changedLines(before, after).reduceRight(
          (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end),
          before,
        );
        expect(result).toBe(after);
      }),
    );
  });

  it('leave out the lines that stay', () => {
    expect(changedLines('a\nb\nc\n', 'a\nx\nc\n')).toEqual([{ span: { start: 2, end: 4 }, newText: 'x\n' }]);
    expect(changedLines('a\n', 'a\n')).toEqual([]);
  });
});

describe('addresses', () => {
  it('are the same file in every spelling', () => {
    const spellings = ['file:///c%3A/My%20Rules/a.privacy', 'file:///C:/My Rules/a.privacy'];
    expect(new Set(spellings.map(uriKey))).toEqual(new Set(['file:///c:/My Rules/a.privacy']));
    expect(keyUri('file:///c:/My Rules/a.privacy')).toBe('file:///c%3A/My%20Rules/a.privacy');
  });

  it('have folders up to their root', () => {
    expect(parentKey('file:///a/b.privacy')).toBe('file:///a');
    expect(parentKey('file:///b.privacy')).toBeUndefined();
    expect(parentKey('untitled:Untitled-1')).toBeUndefined();
    expect(joinKey('untitled:', 'Untitled-1')).toBe('untitled:Untitled-1');
    expect(pathBelow('file:///a', 'file:///a/b/c.privacy')).toBe('b/c.privacy');
    expect(pathBelow('file:///a', 'file:///ab/c.privacy')).toBeUndefined();
  });
});
