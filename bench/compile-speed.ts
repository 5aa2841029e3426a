import { readdirSync, readFileSync } from 'node:fs';
import { checkProgram } from '../packages/compiler/src/checking/index.ts';
import type { SourceFile } from '../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../packages/compiler/src/syntax/index.ts';
import type { BenchOptions } from './arguments.ts';
import { medianTime } from './measure.ts';
import { readable } from './report/numbers.ts';
import type { PartResults, Row, Target } from './report/results.ts';
import { generateSource } from './sources.ts';

/** Parse and check speed on warm code, and what one edit costs. Linear means: the speed is the same at all sizes. */
export function measureCompileSpeed({ isQuick }: BenchOptions): PartResults {
  const library = readLibrary();
  const sizes = isQuick ? [1_000, 10_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000];
  const measured = sizes.map((lines) => measureLines(library, lines, isQuick));
  return {
    sections: [
      {
        title: 'Parsing and checking, warm',
        about:
          'Files of at most 100,000 lines; the library is checked with them. An edit changes one policy.',
        rows: measured.map(({ row }) => row),
      },
    ],
    targets: measured.flatMap(({ targets }) => targets),
    charts: [],
  };
}

const linesInAFile = 100_000;

function measureLines(
  library: readonly SourceFile[],
  lines: number,
  isQuick: boolean,
): { readonly row: Row; readonly targets: readonly Target[] } {
  const texts = Array.from({ length: Math.ceil(lines / linesInAFile) }, (_, file) => ({
    path: `${file}.privacy`,
    text: generateSource(Math.min(lines, linesInAFile), { firstPolicy: 1 + file * linesInAFile }),
  }));
  const runs = lines > 500_000 ? 1 : lines > 50_000 ? 3 : isQuick ? 5 : 15;
  const parse = medianTime(runs, () => texts.map((text) => parseSourceFile(text)));
  const files = texts.map((text) => parseSourceFile(text));
  const check = medianTime(runs, () => checkProgram({ files: [...library, ...files] }));
  const speed = lines / (parse + check);
  const target: Target = {
    name: `Parse and check ${readable(lines)} lines`,
    measured: speed,
    limit: 150,
    unit: 'thousand lines/s',
    better: 'higher',
  };
  const row = {
    lines,
    parse: `${readable(parse)} ms`,
    check: `${readable(check)} ms`,
    'one edit': lines > linesInAFile ? '–' : `${readable(measureEdit(library, texts[0]?.text ?? ''))} ms`,
    'thousand lines/s parsed': lines / parse,
    'parsed and checked': speed,
  };
  // The small sizes are about the library as much as about the text.
  return { row, targets: lines >= 10_000 ? [target] : [] };
}

function measureEdit(library: readonly SourceFile[], text: string): number {
  let file = parseSourceFile({ path: 'a.privacy', text });
  let checked = checkProgram({ files: [...library, file] });
  let round = 0;
  return medianTime(9, () => {
    round += 1;
    const edited = text.replace('Rule 3 of policy 2', `Rule 3 of policy 2, edit ${round}`);
    file = parseSourceFile({ path: 'a.privacy', text: edited, previous: file });
    checked = checkProgram({ files: [...library, file], previous: checked });
  });
}

function readLibrary(): SourceFile[] {
  const folder = new URL('../packages/compiler/library/std/', import.meta.url);
  return readdirSync(folder).map((name) =>
    parseSourceFile({ path: `std/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }),
  );
}
