import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonPiece } from '../../../../packages/compiler/src/cli/json-input/index.ts';
import { createJsonPieces } from '../../../../packages/compiler/src/cli/json-input/index.ts';

describe('JSON Lines', () => {
  test('give a value a line, with the number of the line', () => {
    expect(read('{"a":1}\n\n{"a":2}\r\n{"a":3}')).toEqual([
      [1, { a: 1 }],
      [3, { a: 2 }],
      [4, { a: 3 }],
    ]);
  });

  test('lose only the lines that are broken', () => {
    expect(read('{"a":1}\n{"a":\nnonsense\n{"a":1}}\n"open\n{"a":2}\n')).toEqual([
      [1, { a: 1 }],
      [2, 'This is not valid JSON: it ends too early'],
      [3, 'This is not valid JSON (column 2)'],
      [4, 'This is not valid JSON (column 8)'],
      [5, 'This is not valid JSON: it ends too early'],
      [6, { a: 2 }],
    ]);
  });

  test('may begin with a broken line', () => {
    expect(read('{"a": {\n{"a":1}\n{"a":2}\n')).toEqual([
      [1, 'This is not valid JSON: it ends too early'],
      [2, { a: 1 }],
      [3, { a: 2 }],
    ]);
    expect(read('{"a":\n{"a":1}\n{"a":2}\n')).toEqual([
      [1, 'This is not valid JSON: it ends too early'],
      [2, { a: 1 }],
      [3, { a: 2 }],
    ]);
  });

  test('may have lines that hold a list each', () => {
    expect(read('[{"a":1},{"a":2}]\n[]\n{"a":3}\n')).toEqual([
      [1, { a: 1 }],
      [1, { a: 2 }],
      [3, { a: 3 }],
    ]);
  });

  test('with bytes that are no UTF-8 lose only that line', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":1}\n"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"\n{"a":2}\n'),
    ]);
    expect(readBytes([bytes])).toEqual([
      [1, { a: 1 }],
      [2, 'This line is not text in UTF-8'],
      [3, { a: 2 }],
    ]);
  });

  test('lose a line that is too long without keeping it', () => {
    const pieces = createJsonPieces({ longest: 20 });
    const found = [...pieces.push(Buffer.from('{"a":1}\n"'))];
    for (let count = 0; count < 50; count += 1) found.push(...pieces.push(Buffer.from('xxxxxxxxxx')));
    found.push(...pieces.push(Buffer.from('"\n{"a":2}\n')), ...pieces.end());
    expect(found.map(show)).toEqual([
      [1, { a: 1 }],
      [2, 'This line is longer than 20 bytes'],
      [3, { a: 2 }],
    ]);
  });
});

describe('JSON documents over several lines', () => {
  test('give a value each, with the line on which it begins', () => {
    expect(read('\n{\n  "a": [1,\n 2]\n}\n{\n"b": "}" }\n')).toEqual([
      [2, { a: [1, 2] }],
      [6, { b: '}' }],
    ]);
  });

  test('that are broken cost one error, and reading goes on where a line begins like a value', () => {
    expect(read('{\n  "a": 1,,\n  "b": {"c": 2}\n}\n{\n  "d": 3\n}\n')).toEqual([
      [1, 'This is not valid JSON: it ends too early'],
      [5, { d: 3 }],
    ]);
  });

  test('that are never completed are reported where they begin', () => {
    expect(read('{\n  "a": 1\n')).toEqual([[1, 'This is not valid JSON: it ends too early']]);
  });
});

describe('a JSON list over several lines', () => {
  test('stands for its entries', () => {
    expect(read('[\n  {"a": 1},\n  {\n "a": [2, "]"]\n},\n 3 , "x",null\n]\n')).toEqual([
      [2, { a: 1 }],
      [3, { a: [2, ']'] }],
      [6, 3],
      [6, 'x'],
      [6, null],
    ]);
    expect(read('[\n]\n')).toEqual([]);
    expect(read('[1,\n2\n]')).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test('ends at its first mistake, which is reported', () => {
    const rest = '; the rest of the list is not read';
    expect(read('[\n{"a": 1},\n{"a": }\n,{"a": 2}]')).toEqual([
      [2, { a: 1 }],
      [3, `This is not valid JSON (column 7)${rest}`],
    ]);
    expect(read('[\n1 2\n]')).toEqual([
      [2, 1],
      [2, `This is not valid JSON (column 3)${rest}`],
    ]);
    expect(read('[\n1,\n]')).toEqual([
      [2, 1],
      [3, `This is not valid JSON (column 1)${rest}`],
    ]);
  });

  test('that is never closed is reported', () => {
    expect(read('[\n{"a": 1},\n{"b"')).toEqual([
      [2, { a: 1 }],
      [3, 'The list is never closed with "]"'],
    ]);
  });
});

describe('any stream', () => {
  test('gives the same values however it is cut into chunks', () => {
    const texts = fc.oneof(
      fc.array(fc.json({ maxDepth: 3 }), { maxLength: 6 }).map((values) => values.join('\n')),
      fc
        .array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 4 })
        .map((values) => JSON.stringify(values, null, 2)),
      fc
        .array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })))
        .map((values) => values.map((value) => JSON.stringify(value, null, 1)).join('\n')),
    );
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (text, sizes) => {
        const bytes = Buffer.from(text);
        const chunks: Uint8Array[] = [];
        for (let from = 0; from < bytes.length; ) {
          const size = Number(sizes.next().value);
          chunks.push(bytes.subarray(from, from + size));
          from += size;
        }
        expect(readBytes(chunks)).toEqual(readBytes([bytes]));
      }),
    );
  });

  test('gives every value of a printed list and of printed documents', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { minLength: 1 }),
        (values) => {
          const wanted = JSON.parse(JSON.stringify(values));
          expect(valuesOf(JSON.stringify(values, null, 2))).toEqual(wanted);
          expect(valuesOf(values.map((value) => JSON.stringify(value)).join('\n'))).toEqual(wanted);
          const printed = values.map((value) => JSON.stringify({ value }, null, 2)).join('\n');
          expect(valuesOf(printed)).toEqual(JSON.parse(JSON.stringify(values.map((value) => ({ value })))));
        },
      ),
    );
  });

  test('never throws, whatever it holds', () => {
    const hostile = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '\n', '1', 'a', ' ', 'null', '\u00fc'),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const lines = read(parts.join('')).map(([line]) => line);
        expect(lines).toEqual([...lines].sort((left, right) => left - right));
      }),
      { numRuns: 500 },
    );
  });
});

function read(text: string) {
  return readBytes([Buffer.from(text)]);
}

function readBytes(chunks: readonly Uint8Array[]) {
  const pieces = createJsonPieces();
  return [...chunks.flatMap((chunk) => pieces.push(chunk)), ...pieces.end()].map(show);
}

function show(piece: JsonPiece): readonly [line: number, found: unknown] {
  return [piece.line, piece.kind === 'value' ? piece.value : piece.message];
}

function valuesOf(text: string): readonly unknown[] {
  return read(text).map(([, value]) => value);
}
