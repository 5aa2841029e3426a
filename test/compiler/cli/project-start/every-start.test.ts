import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckedProgram } from '../../../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../../../packages/compiler/src/checking/index.ts';
import type {
  StartAnswers,
  StartVocabulary,
} from '../../../../packages/compiler/src/cli/project-start/index.ts';
import {
  readStartVocabulary,
  startProject,
} from '../../../../packages/compiler/src/cli/project-start/index.ts';
import { formatSourceFile } from '../../../../packages/compiler/src/formatting/index.ts';
import type { Taxonomy } from '../../../../packages/compiler/src/logic/index.ts';
import { parseSourceFile } from '../../../../packages/compiler/src/syntax/index.ts';
import { runTests } from '../../../../packages/compiler/src/testing/index.ts';
import { standardLibrary } from '../../../support/check.ts';

const usual: StartAnswers = { company: 'Acme', industry: 'retail', countries: ['GB'], channels: ['email'] };

let vocabulary: StartVocabulary;
let previous: CheckedProgram;

beforeAll(async () => {
  vocabulary = await readStartVocabulary();
  previous = checkProgram({ files: standardLibrary() });
}, 60_000);

describe('a guided start', { timeout: 120_000 }, () => {
  test('gives a project without mistakes whose tests pass, for every industry', () => {
    for (const industry of namesOf(vocabulary.industries)) expectSound({ ...usual, industry });
  });

  test('for every country and every part of one', () => {
    for (const country of namesOf(vocabulary.countries)) expectSound({ ...usual, countries: [country] });
  });

  test('for every channel', () => {
    for (const channel of namesOf(vocabulary.channels)) expectSound({ ...usual, channels: [channel] });
  });

  test('for any combination of these', () => {
    const one = (taxonomy: Taxonomy) => fc.constantFrom(...namesOf(taxonomy));
    const some = (taxonomy: Taxonomy) => fc.uniqueArray(one(taxonomy), { minLength: 1, maxLength: 4 });
    const answers = fc.record({
      company: fc.constantFrom(
        'Acme',
        'Ünsal & Søn A/S',
        '3M',
        '株式会社',
        'then',
        'skeleton',
        'a "b" \\ c',
        'default',
      ),
      industry: one(vocabulary.industries),
      countries: some(vocabulary.countries),
      channels: some(vocabulary.channels),
    });
    fc.assert(fc.property(answers, expectSound), { numRuns: 60 });
  });
});

function namesOf(taxonomy: Taxonomy): readonly string[] {
  return taxonomy.terms.map(({ name }) => name);
}

/** Without a message of any severity, laid out in the common form, and with tests that pass, several on each policy. */
function expectSound(answers: StartAnswers): void {
  const project = startProject(answers, vocabulary).filter(({ path }) => path.endsWith('.privacy'));
  const files = project.map(parseSourceFile);
  const checked = checkProgram({ files: [...standardLibrary(), ...files], previous });
  const label = JSON.stringify(answers);
  expect([
    label,
    checked.diagnostics.map(({ file, diagnostic }) => `${file.path}: ${diagnostic.headline}`),
  ]).toEqual([label, []]);
  expect(files.map(formatSourceFile)).toEqual(project.map(({ text }) => text));
  const results = runTests({ program: checked.program });
  const failures = results.flatMap((result) =>
    result.failures.map(({ message }) => `${result.title}: ${message}`),
  );
  expect([label, failures]).toEqual([label, []]);
  expect(results.length).toBeGreaterThanOrEqual(3 * answers.countries.length + 5);
}
