import type { BenchOptions } from './arguments.ts';
import { readArguments } from './arguments.ts';
import { measureColdStart } from './cold-start.ts';
import { measureCompileSpeed } from './compile-speed.ts';
import { measureDecisions } from './decisions.ts';
import { measureEditor } from './editor.ts';
import { measureEditorRobustness } from './editor-robustness.ts';
import { writePage } from './report/page.ts';
import type { PartResults } from './report/results.ts';
import { describeRun, writeResults } from './report/results.ts';
import { printResults } from './report/terminal.ts';
import { measureSchedules } from './schedule.ts';

type Part = (options: BenchOptions) => PartResults | undefined | Promise<PartResults | undefined>;

const parts: Readonly<Record<string, Part>> = {
  decide: measureDecisions,
  schedule: measureSchedules,
  compile: measureCompileSpeed,
  start: measureColdStart,
  editor: printedByItself(measureEditor),
  'editor-robustness': printedByItself(measureEditorRobustness),
};

function printedByItself(measure: () => Promise<void>): Part {
  return async () => {
    await measure();
    return undefined;
  };
}

async function run(options: BenchOptions): Promise<void> {
  for (const [name, measure] of Object.entries(parts)) {
    if (options.parts.length > 0 && !options.parts.includes(name)) continue;
    const results = await measure(options);
    if (results === undefined) continue;
    printResults(results);
    if (options.write) writeResults(name, describeRun(results, options.isQuick));
  }
  if (options.write) writePage();
}

let options: BenchOptions | undefined;
try {
  options = readArguments(process.argv.slice(2), Object.keys(parts));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
if (options !== undefined) await run(options);
