import { createPalette, formatWorkflowCommand, xmlElement } from '../diagnostics/render/index.ts';
import { assertNever } from '../support/index.ts';
import type { TestFailure, TestResult } from '../testing/index.ts';
import type { Layout } from './explanation/index.ts';
import { layOut, renderExplanation, renderScheduleExplanation } from './explanation/index.ts';

/** The forms in which the results of tests are written. */
export type TestReportFormat = 'terminal' | 'json' | 'github' | 'junit';

export interface TestLayout {
  readonly color: boolean;
  readonly width: number;
  /** Explain how failed cases were decided. */
  readonly explain: boolean;
}

/** Lays out the results of tests; they come in the order of their files. `more` is what the JSON form says beside. */
export function renderTestReport(
  results: readonly TestResult[],
  format: TestReportFormat,
  layout: TestLayout,
  more: Readonly<Record<string, unknown>> = {},
): string {
  switch (format) {
    case 'terminal':
      return renderForPeople(results, layout);
    case 'json':
      return renderJson(results, more);
    case 'github':
      return results.flatMap(workflowCommands).join('');
    case 'junit':
      return renderJunit(results);
    default:
      return assertNever(format);
  }
}

function byFile(results: readonly TestResult[]): ReadonlyMap<string, readonly TestResult[]> {
  const files = new Map<string, TestResult[]>();
  for (const result of results) {
    const known = files.get(result.file) ?? [];
    known.push(result);
    files.set(result.file, known);
  }
  return files;
}

function countFailed(results: readonly TestResult[]): number {
  return results.filter(({ passed }) => !passed).length;
}

function renderForPeople(results: readonly TestResult[], { color, width, explain }: TestLayout): string {
  const layout = { palette: createPalette({ color }), width };
  const files = [...byFile(results)].map(([file, own]) => fileLine(file, own, layout));
  const failures = results.flatMap((result) => (result.passed ? [] : failureLines(result, layout, explain)));
  return `${[...files, ...failures, '', summary(results, layout)].join('\n')}\n`;
}

function fileLine(file: string, results: readonly TestResult[], { palette }: Layout): string {
  const failed = countFailed(results);
  const passed = results.length - failed;
  if (failed === 0) return `${palette.good('✓')} ${file}  ${palette.faint(`${passed} passed`)}`;
  return `${palette.bad('✗')} ${file}  ${palette.bad(`${failed} failed`)}${passed === 0 ? '' : palette.faint(`, ${passed} passed`)}`;
}

function failureLines(result: TestResult, layout: Layout, explain: boolean): readonly string[] {
  const { palette } = layout;
  const { title, file, failures } = result;
  const heading = layOut(
    { indent: 0, mark: '✗', markStyle: palette.bad, text: title, style: palette.strong },
    layout,
  );
  const details = failures.flatMap(({ message, hint, line }) => [
    ...layOut({ indent: 2, text: message }, layout),
    ...(hint === undefined ? [] : layOut({ indent: 2, text: hint }, layout)),
    `  ${palette.frame(`${file}:${line}`)}`,
  ]);
  const trace = explain ? explanationLines(result, layout) : [];
  return ['', ...heading, ...details, ...trace];
}

function explanationLines(
  { explanation, scheduleExplanation }: TestResult,
  layout: Layout,
): readonly string[] {
  if (explanation !== undefined) return ['', renderExplanation({ explanation }, layout).trimEnd()];
  if (scheduleExplanation === undefined) return [];
  return ['', renderScheduleExplanation({ explanation: scheduleExplanation }, layout).trimEnd()];
}

function summary(results: readonly TestResult[], { palette }: Layout): string {
  const failed = countFailed(results);
  if (results.length === 0) return 'There are no tests.';
  const total = `${results.length} ${results.length === 1 ? 'test' : 'tests'}`;
  if (failed === 0) return `${total}, ${palette.good('all passed')}.`;
  return `${total}, ${palette.bad(`${failed} failed`)}.`;
}

function renderJson(results: readonly TestResult[], more: Readonly<Record<string, unknown>>): string {
  const failed = countFailed(results);
  const tests = results.map(({ title, file, line, passed, failures }) => ({
    title,
    file,
    line,
    passed,
    failures,
  }));
  const document = { version: 1, summary: { passed: results.length - failed, failed }, ...more, tests };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function workflowCommands({ title, file, failures }: TestResult): readonly string[] {
  return failures.map(
    (failure) =>
      `${formatWorkflowCommand('error', { file, line: failure.line, title }, wholeMessage(failure))}\n`,
  );
}

function renderJunit(results: readonly TestResult[]): string {
  const suites = [...byFile(results)].map(([file, own]) =>
    xmlElement(
      'testsuite',
      { name: file, tests: own.length, failures: countFailed(own) },
      own.map(junitCase),
    ),
  );
  const counts = { name: 'privacy test', tests: results.length, failures: countFailed(results) };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('testsuites', counts, suites)}\n`;
}

function junitCase({ title, file, line, failures }: TestResult): string {
  const children = failures.map((failure) => junitFailure(file, failure));
  return xmlElement('testcase', { name: title, classname: file, file, line }, children);
}

function junitFailure(file: string, failure: TestFailure): string {
  const { what, message, line } = failure;
  return xmlElement('failure', { message, type: what }, `${file}:${line}\n${wholeMessage(failure)}`);
}

function wholeMessage({ message, hint }: TestFailure): string {
  return hint === undefined ? message : `${message} ${hint}`;
}
