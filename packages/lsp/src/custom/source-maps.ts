/** A place of a source map; lines and columns from 0. */
export interface MapEntry {
  readonly generatedLine: number;
  readonly generatedColumn: number;
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

/** The entries of a source map (version 3), in the order of the generated text; none where it cannot be read. */
export function readSourceMap(text: string): MapEntry[] {
  const map: unknown = JSON.parse(text);
  if (typeof map !== 'object' || map === null || !('mappings' in map) || !('sources' in map)) return [];
  const { mappings, sources } = map;
  if (typeof mappings !== 'string' || !Array.isArray(sources)) return [];
  const entries: MapEntry[] = [];
  const state = { source: 0, line: 0, column: 0 };
  for (const [generatedLine, line] of mappings.split(';').entries()) {
    let generatedColumn = 0;
    for (const segment of line === '' ? [] : line.split(',')) {
      const [columnStep = 0, sourceStep, lineStep = 0, originalStep = 0] = readNumbers(segment);
      generatedColumn += columnStep;
      if (sourceStep === undefined) continue;
      state.source += sourceStep;
      state.line += lineStep;
      state.column += originalStep;
      const source = String(sources[state.source] ?? '');
      entries.push({ generatedLine, generatedColumn, source, line: state.line, column: state.column });
    }
  }
  return entries;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Numbers in groups of five bits, the lowest first; the lowest bit of a number is its sign. */
function readNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of segment) {
    const digit = digits.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) !== 0) continue;
    numbers.push((value & 1) === 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
