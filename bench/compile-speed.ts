import { readdirSync, readFileSync } from 'node:fs';
import { checkProgram } from '../packages/compiler/src/checking/index.ts';
import type { SourceFile } from '../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../packages/compiler/src/syntax/index.ts';
import { medianTime, printTable } from './measure.ts';
import { generateSource } from './sources.ts';

/** Parse and check speed on warm code, and what one edit costs. Linear means: the last columns stay the same. */
export function measureCompileSpeed(): Record<string, number> {
  const library = readLibrary();
  const figures: Record<string, number> = {};
  const rows = [1_000, 10_000, 100_000].map((lines) => {
    const text = generateSource(lines);
    const runs = lines > 50_000 ? 5 : 15;
    const parse = medianTime(runs, () => parseSourceFile({ path: 'a.privacy', text }));
    const file = parseSourceFile({ path: 'a.privacy', text });
    const check = medianTime(runs, () => checkProgram({ files: [...library, file] }));
    const edit = measureEdit(library, text);
    figures[`parse ${lines} klines/s`] = lines / parse;
    figures[`parse and check ${lines} klines/s`] = lines / (parse + check);
    return {
      lines,
      'parse ms': parse,
      'check ms (with library)': check,
      'edit one policy ms': edit,
      'parse klines/s': lines / parse,
      'parse and check klines/s': lines / (parse + check),
    };
  });
  printTable('Parsing and checking, warm', rows);
  return figures;
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
