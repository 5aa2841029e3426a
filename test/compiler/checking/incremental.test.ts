import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedProgram } from '../../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import type { SourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { smallVocabulary } from '../../support/check.ts';

const vocabulary = smallVocabulary();

function policyText(id: string, condition: string): string {
  return `policy ${id} "Policy" {
  authority provider
  rule r "Rule" { forbid contact when ${condition} overridable by company }
}
`;
}

function parsed(texts: readonly string[], before: readonly SourceFile[] = []): SourceFile[] {
  return texts.map((text, index) => {
    const path = `policies/${index}.privacy`;
    const previous = before.find((file) => file.path === path);
    return parseSourceFile({ path, text, ...(previous === undefined ? {} : { previous }) });
  });
}

function visible(checked: CheckedProgram): unknown {
  return checked.diagnostics.map(({ file, unit, diagnostic }) => [
    file.path,
    (unit?.start ?? 0) + diagnostic.span.start,
    diagnostic.code,
    diagnostic.headline,
  ]);
}

/** A program without places and files, which differ between versions by identity only. */
function meaning(checked: CheckedProgram): unknown {
  const drop = new Set(['place', 'files']);
  const replacer = (key: string, value: unknown): unknown => {
    if (drop.has(key)) return undefined;
    return value instanceof Map ? [...value] : value;
  };
  return JSON.parse(JSON.stringify(checked.program, replacer));
}

describe('checking again after an edit', () => {
  it('answers nothing anew where nothing changed', () => {
    const files = [
      ...vocabulary,
      ...parsed([policyText('a', 'is-urgent'), policyText('b', 'channel is post')]),
    ];
    const first = checkProgram({ files });
    const second = checkProgram({ files, previous: first });
    // What is looked up in the files themselves is not counted as checked.
    expect(second.program.policies).toEqual(first.program.policies);
    expect(second.program.policies[0]).toBe(first.program.policies[0]);
  });

  it('reads only the policy that was edited', () => {
    const before = parsed([policyText('a', 'is-urgent'), policyText('b', 'channel is post')]);
    const first = checkProgram({ files: [...vocabulary, ...before] });
    const after = parsed([policyText('a', 'not is-urgent'), policyText('b', 'channel is post')], before);
    const second = checkProgram({ files: [...vocabulary, ...after], previous: first });
    const policy = (checked: CheckedProgram, id: string) =>
      checked.program.policies.find((candidate) => candidate.id === id);
    expect(policy(second, 'b')).toBe(policy(first, 'b'));
    expect(policy(second, 'a')).not.toBe(policy(first, 'a'));
    expect(second.program.activities.get('contact')).toBe(first.program.activities.get('contact'));
  });

  it('keeps messages of declarations that did not change, at their new places', () => {
    const before = parsed([policyText('a', 'is-urgent') + policyText('b', 'channel is nothing')]);
    const first = checkProgram({ files: [...vocabulary, ...before] });
    const after = parsed(
      [`// moved\n\n${policyText('a', 'is-urgent')}${policyText('b', 'channel is nothing')}`],
      before,
    );
    const second = checkProgram({ files: [...vocabulary, ...after], previous: first });
    expect(visible(second)).toEqual(
      visible(checkProgram({ files: [...vocabulary, ...parsed([after[0]?.text ?? ''])] })),
    );
  });

  it('reports a circle again, and forgets it once it is broken', () => {
    const circle = ['define a(who: Customer) as b(who)\n', 'define b(who: Customer) as not a(who)\n'];
    const first = checkProgram({ files: [...vocabulary, ...parsed(circle)] });
    const again = checkProgram({ files: [...vocabulary, ...parsed(circle)], previous: first });
    expect(visible(again)).toEqual(visible(first));
    const broken = parsed([circle[0] ?? '', 'define b(who: Customer) as who.birth-date is known\n']);
    expect(visible(checkProgram({ files: [...vocabulary, ...broken], previous: again }))).toEqual([]);
  });

  it('ends after any edits in the same state as checking afresh', () => {
    const conditions = [
      'is-urgent',
      'channel is post',
      'channel is nothing',
      'seldom(customer)',
      'channel is',
      'helper(customer)',
    ];
    const texts = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'a.b'),
        condition: fc.constantFrom(...conditions),
        extra: fc.constantFrom(
          '',
          'define helper(who: Customer) as who.age-in-years is at least 3\n',
          'extend taxonomy Channel { nothing }\n',
          'policy z "Z" { authority company lift a.r l "L" { when is-urgent } }\n',
          'policy broken "B" { authority law rule x "X" { forbid contact when \n',
        ),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const render = (parts: { id: string; condition: string; extra: string }[]): string[] =>
      parts.map(({ id, condition, extra }) => policyText(id, condition) + extra);
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 4 }), (versions) => {
        let files: SourceFile[] = [];
        let checked: CheckedProgram | undefined;
        for (const version of versions) {
          files = parsed(render(version), files);
          checked = checkProgram({
            files: [...vocabulary, ...files],
            ...(checked === undefined ? {} : { previous: checked }),
          });
        }
        const last = versions.at(-1) ?? [];
        const fresh = checkProgram({ files: [...vocabulary, ...parsed(render(last))] });
        expect(checked && visible(checked)).toEqual(visible(fresh));
        expect(checked && meaning(checked)).toEqual(meaning(fresh));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('the order of files', () => {
  it('changes neither the program nor its digest', () => {
    const files = [
      ...vocabulary,
      ...parsed([policyText('a', 'is-urgent'), policyText('b', 'channel is post')]),
    ];
    const one = checkProgram({ files });
    const other = checkProgram({ files: [...files].reverse() });
    expect(meaning(other)).toEqual(meaning(one));
    expect(other.program.digest).toBe(one.program.digest);
  });

  it('comments, white space, tests and file names do not change the digest, rules do', () => {
    const digest = (path: string, text: string): string =>
      checkProgram({ files: [...vocabulary, parseSourceFile({ path, text })] }).program.digest;
    const base = digest('a.privacy', policyText('a', 'is-urgent'));
    expect(digest('b/c.privacy', `// note\n${policyText('a', '  is-urgent // why\n')}`)).toBe(base);
    expect(digest('a.privacy', policyText('a', 'not is-urgent'))).not.toBe(base);
  });
});
