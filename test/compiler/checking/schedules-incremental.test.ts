import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedProgram } from '../../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import type { SourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { smallVocabulary } from '../../support/check.ts';

const vocabulary = smallVocabulary();

const memberLines = [
  'subject = customer',
  'controller = customer',
  'place: each of (company.seat)',
  'place: each of (customer.residence)',
  'other = subject',
];
const ruleLines = [
  'rule k "K" { keep File for at least 6 years counted from made-on }',
  'rule e "E" { erase File at the latest 3 years after made-on leaving Trace }',
  'rule t "T" { keep Trace for at least 1 year counted from made-on overridable by company }',
  'rule h "H" { hold every record of subject cite "o" review within 1 year }',
  'rule k "K" { keep Fil for at least 6 years }',
];
const lines = [
  'extend record Trace { subject = company }\n',
  'policy other.lifts "O" { authority company lift some.rules.t l "L" { when company.id is "a" } }\n',
  'test "T" under some.rules { on 2026-03-02 File { made-on: 2020-01-01 } expect overdue due open }\n',
  'scenarios "S" for Trace { | on | expect |\n | 2026-03-02 | overdue |\n }\n',
];

interface Version {
  readonly members: readonly string[];
  readonly rules: readonly string[];
  readonly more: readonly string[];
}

const versions: fc.Arbitrary<Version> = fc.record({
  members: fc.uniqueArray(fc.constantFrom(...memberLines), { maxLength: 3 }),
  rules: fc.uniqueArray(fc.constantFrom(...ruleLines), { maxLength: 3 }),
  more: fc.uniqueArray(fc.constantFrom(...lines), { maxLength: 3 }),
});

function textsOf({ members, rules, more }: Version): readonly string[] {
  return [
    `record File { customer: Customer, company: Company, made-on: date\n${members.join('\n')}\n}\n`,
    'record Trace { company: Company, made-on: date }\n',
    `policy some.rules "R" { authority provider\n${rules.join('\n')}\n}\n`,
    more.join('\n'),
  ];
}

function parsed(version: Version, before: readonly SourceFile[] = []): SourceFile[] {
  return textsOf(version).map((text, index) => {
    const path = `policies/${index}.privacy`;
    const previous = before.find((file) => file.path === path);
    return parseSourceFile({ path, text, ...(previous === undefined ? {} : { previous }) });
  });
}

/** Messages, and the program without places and files, which differ between versions by identity only. */
function outcome(checked: CheckedProgram): unknown {
  const replacer = (key: string, value: unknown): unknown => {
    if (key === 'place' || key === 'files') return undefined;
    return value instanceof Map ? [...value] : value;
  };
  const messages = checked.diagnostics.map(({ file, unit, diagnostic }) => [
    file.path,
    (unit?.start ?? 0) + diagnostic.span.start,
    diagnostic.code,
    diagnostic.headline,
  ]);
  return [messages, JSON.parse(JSON.stringify(checked.program, replacer))];
}

describe('checking schedules again after an edit', () => {
  it('ends after any edits in the same state as checking afresh', () => {
    fc.assert(
      fc.property(fc.array(versions, { minLength: 2, maxLength: 4 }), (history) => {
        let files: SourceFile[] = [];
        let checked: CheckedProgram | undefined;
        for (const version of history) {
          files = parsed(version, files);
          const previous = checked === undefined ? {} : { previous: checked };
          checked = checkProgram({ files: [...vocabulary, ...files], ...previous });
        }
        const last = history.at(-1);
        if (last === undefined || checked === undefined) return;
        expect(outcome(checked)).toEqual(outcome(checkProgram({ files: [...vocabulary, ...parsed(last)] })));
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('reads a policy anew only where a record that it is about has changed', () => {
    const rules = [
      'rule t "T" { keep Trace for at least 1 year counted from made-on overridable by company }',
    ];
    const files = parsed({ members: [], rules, more: [] });
    const first = checkProgram({ files: [...vocabulary, ...files] });
    const edited = parsed({ members: ['subject = customer'], rules, more: [] }, files);
    const second = checkProgram({ files: [...vocabulary, ...edited], previous: first });
    expect(second.program.policies[0]).toBe(first.program.policies[0]);
    expect(second.program.records.get('File')).not.toBe(first.program.records.get('File'));
  });
});
