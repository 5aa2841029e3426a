import { sortedBy } from '../../support/index.ts';
import type { LocatedDiagnostic } from '../locate.ts';
import { xmlElement } from './xml.ts';

export interface JunitOptions {
  /** Every file that was checked: one without messages counts as a test that passed. */
  readonly files: readonly string[];
}

/** Messages as JUnit XML: a suite a file; an error is a failed test, other messages are output of a passed one. */
export function renderJunit(diagnostics: readonly LocatedDiagnostic[], options: JunitOptions): string {
  const byFile = new Map<string, LocatedDiagnostic[]>(options.files.map((file) => [file, []]));
  for (const diagnostic of diagnostics) {
    const known = byFile.get(diagnostic.place.source.path) ?? [];
    known.push(diagnostic);
    byFile.set(diagnostic.place.source.path, known);
  }
  const suites = sortedBy(byFile, ([file]) => file).map(([file, found]) => ({ file, found }));
  const attributes = {
    name: 'privacy check',
    tests: suites.reduce((sum, { found }) => sum + Math.max(1, found.length), 0),
    failures: diagnostics.filter(isFailure).length,
  };
  const body = xmlElement(
    'testsuites',
    attributes,
    suites.map(({ file, found }) => suite(file, found)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

function isFailure({ severity }: LocatedDiagnostic): boolean {
  return severity === 'error';
}

function suite(file: string, found: readonly LocatedDiagnostic[]): string {
  const attributes = {
    name: file,
    tests: Math.max(1, found.length),
    failures: found.filter(isFailure).length,
  };
  const cases = found.map((diagnostic) => testCase(file, diagnostic));
  return xmlElement(
    'testsuite',
    attributes,
    cases.length > 0 ? cases : [xmlElement('testcase', { name: 'check', classname: file })],
  );
}

function testCase(file: string, diagnostic: LocatedDiagnostic): string {
  const { code, headline, place } = diagnostic;
  const { line, column } = place.from;
  const details = [`${file}:${line}:${column}`, diagnostic.because, diagnostic.help]
    .filter((part) => part !== undefined)
    .join('\n');
  const child = isFailure(diagnostic)
    ? xmlElement('failure', { message: headline, type: code }, details)
    : xmlElement('system-out', {}, `${headline}\n${details}`);
  const name = `${code} at line ${line}, column ${column}`;
  return xmlElement('testcase', { name, classname: file, file, line }, [child]);
}
