import { describe, expect, it } from 'vitest';
import { caseForm } from '../../packages/lsp/src/custom/case-form.ts';
import { ruleCoverage } from '../../packages/lsp/src/custom/coverage.ts';
import { decideCase } from '../../packages/lsp/src/custom/decide-case.ts';
import { generatedCode, generatedText } from '../../packages/lsp/src/custom/generated-code.ts';
import { ruleTree } from '../../packages/lsp/src/custom/rule-tree.ts';
import { runSelectedTests } from '../../packages/lsp/src/custom/run-tests.ts';
import { testTree } from '../../packages/lsp/src/custom/test-tree.ts';
import { openFixture, present, smallProgram } from './fixture.ts';

const fixture = `use small
policy eu "EU" {
  authority law
  applies when jurisdiction is DE
  default permit contact "Allowed" cite "art. 1"
  rule fax "No mail" { forbid contact when channel is email cite "art. 2" }
  rule calls "No calls" { forbid contact when channel is live-call cite "art. 3" }
}
test "Mail" {
  contact { channel: email, customer: { residence: DE } }
  expect forbidden by eu.fax
}
scenarios "Table" for contact {
  given customer: { residence: DE }
  | channel        | expect    |
  | automated-call | permitted |
  | email          | permitted |
}
${smallProgram}`;

const pause = async (): Promise<void> => {};
const clock = { now: '2026-01-01T00:00:00Z' };

describe('tests in the editor', () => {
  it('stand in a tree, rows below their tables, at their places', async () => {
    const snapshot = await openFixture(fixture).program();
    const { files } = testTree([snapshot]);
    expect(files.map(({ label }) => label)).toEqual(['main.privacy']);
    expect(files[0]?.tests.map(({ label, children }) => [label, children.length])).toEqual([
      ['Mail', 0],
      ['Table', 2],
    ]);
    expect(files[0]?.tests[0]?.range.start.line).toBe(8);
  });

  it('run all, by id, by table, and by what they are about', async () => {
    const snapshot = await openFixture(fixture).program();
    const all = await runSelectedTests([snapshot], {}, pause);
    expect([all.passed, all.failed]).toEqual([2, 1]);
    const failed = present(all.results.find(({ passed }) => !passed));
    expect(failed.failures[0]?.message).toContain('forbidden');
    expect(failed.failures[0]?.location.range.start.line).toBe(16);
    const ids = testTree([snapshot]).files[0]?.tests.map(({ id }) => id) ?? [];
    expect((await runSelectedTests([snapshot], { ids: [ids[0] ?? ''] }, pause)).results).toHaveLength(1);
    expect((await runSelectedTests([snapshot], { ids: [ids[1] ?? ''] }, pause)).results).toHaveLength(2);
    expect((await runSelectedTests([snapshot], { about: 'eu.calls' }, pause)).results).toHaveLength(0);
    expect((await runSelectedTests([snapshot], { about: 'eu.fax' }, pause)).results).toHaveLength(2);
  });

  it('do not run where the program has errors', async () => {
    const snapshot = await openFixture(fixture.replace('channel is email', 'channel is emial')).program();
    const run = await runSelectedTests([snapshot], {}, pause);
    expect([run.results.length, run.notReady?.errors]).toEqual([0, 1]);
  });

  it('tell how often each rule stood, fell and stayed open', async () => {
    const snapshot = await openFixture(fixture).program();
    const { files } = await ruleCoverage([snapshot], pause);
    const rules = files.flatMap((file) => file.rules.map(({ rule, stood, fell }) => [rule, stood, fell]));
    expect(rules).toEqual([
      ['eu.default.contact', 3, 0],
      ['eu.fax', 2, 1],
      ['eu.calls', 0, 3],
    ]);
  });
});

describe('asking a case', () => {
  it('begins with a form made from the activity', async () => {
    const snapshot = await openFixture(fixture).program();
    const form = present(caseForm(snapshot, { policy: 'eu' }));
    expect(form.activity).toBe('contact');
    const [customer, channel] = form.fields;
    expect(customer?.input).toMatchObject({ kind: 'record', record: 'Customer' });
    expect(channel?.input).toMatchObject({ kind: 'choice', isComplete: true });
    const values =
      channel?.input.kind === 'choice'
        ? channel.input.choices.map(({ value, path }) => [value, ...path])
        : [];
    expect(values).toEqual([['live-call', 'voice'], ['automated-call', 'voice'], ['email']]);
  });

  it('gives the decision with its explanation and where its rules stand', async () => {
    const snapshot = await openFixture(fixture).program();
    const facts = { channel: 'email', customer: { residence: 'DE' } };
    const decided = decideCase(snapshot, { activity: 'contact', facts }, clock);
    expect(decided.decision?.outcome).toBe('forbidden');
    expect(decided.explanation?.claims).toHaveLength(1);
    expect(decided.places?.['eu.fax']?.range.start.line).toBe(5);
  });

  it('says what is missing, what is wrong with facts, and why there is no answer', async () => {
    const snapshot = await openFixture(fixture).program();
    const open = decideCase(
      snapshot,
      { activity: 'contact', facts: { customer: { residence: 'DE' } } },
      clock,
    );
    expect(open.decision?.outcome).toBe('undetermined');
    const wrong = decideCase(snapshot, { activity: 'contact', facts: { channel: 7 } }, clock);
    expect(wrong.issues?.[0]?.path).toBe('channel');
    expect(decideCase(snapshot, { activity: 'nothing', facts: {} }, clock).issues).toHaveLength(1);
    const broken = await openFixture(fixture.replace('is email', 'is')).program();
    expect(decideCase(broken, { activity: 'contact', facts: {} }, clock).notReady?.errors).toBeGreaterThan(0);
  });
});

describe('what a policy compiles to', () => {
  it('is mapped both ways', async () => {
    const opened = openFixture(fixture);
    const snapshot = await opened.program();
    const file = present(snapshot.fileAt(opened.main.uri));
    const code = generatedCode(snapshot, file);
    const first = present(code.files[0]);
    expect(generatedText([snapshot], first.uri)).toBe(first.text);
    const line = opened.main.text.split('\n').findIndex((each) => each.includes('rule fax'));
    const range = { start: { line, character: 0 }, end: { line, character: 200 } };
    const { mappings } = generatedCode(snapshot, file, { range });
    const texts = mappings.map(({ generated }) => {
      const text = present(code.files.find(({ path }) => path === generated.path)).text.split('\n');
      return text[generated.range.start.line] ?? '';
    });
    expect(texts.some((text) => text.includes('email') || text.includes('fax'))).toBe(true);
    for (const { source } of code.mappings) expect(source.uri).toBe(opened.main.uri);
  });
});

describe('the tree of rules', () => {
  it('has policies by authority, with what they apply to', async () => {
    const { policies } = ruleTree([await openFixture(fixture).program()]);
    expect(policies.map(({ id, authority, scope }) => ({ id, authority, scope }))).toEqual([
      { id: 'eu', authority: 'law', scope: { Place: ['DE'] } },
    ]);
    expect(policies[0]?.rules.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'default eu.default.contact',
      'rule eu.fax',
      'rule eu.calls',
    ]);
  });
});
