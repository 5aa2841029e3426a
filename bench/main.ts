import { measureColdStart } from './cold-start.ts';
import { measureCompileSpeed } from './compile-speed.ts';
import { measureDecisions } from './decisions.ts';
import { measureEditor } from './editor.ts';
import { measureEditorRobustness } from './editor-robustness.ts';
import { measureSchedules } from './schedule.ts';

const parts: Readonly<Record<string, () => unknown>> = {
  compile: measureCompileSpeed,
  start: measureColdStart,
  decide: measureDecisions,
  schedule: measureSchedules,
  editor: measureEditor,
  'editor-robustness': measureEditorRobustness,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await measure();
}
