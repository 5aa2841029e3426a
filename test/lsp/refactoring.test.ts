import { describe, expect, it } from 'vitest';
import { codeActions } from '../../packages/lsp/src/features/code-actions.ts';
import { applyEdits, openFixture, present, smallProgram } from './fixture.ts';

/** The main file after the action with a title, and the codes of its errors then. */
async function changed(fixture: string, title: string, only?: readonly string[]) {
  const opened = openFixture(fixture);
  const { snapshot, file, offset } = await opened.target();
  const [range] = opened.main.ranges;
  const span = range ?? { start: offset, end: offset };
  const options = { pageOf: () => undefined, showsRelated: false, span, only };
  const actions = codeActions(snapshot, file, options);
  const action = present(actions.find((each) => each.title.startsWith(title)));
  const text = applyEdits(opened.main.text, action.edit?.changes?.[opened.main.uri] ?? []);
  const others = opened.files.filter(({ path }) => path !== opened.main.path);
  const whole = [
    `// file: ${opened.main.path}\n${text}`,
    ...others.map((each) => `// file: ${each.path}\n${each.text}`),
  ];
  const program = await openFixture(whole.join('')).program();
  const errors = program.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error');
  return { text, errors: errors.map(({ diagnostic }) => diagnostic.headline) };
}

const policy = (rule: string): string => `use small
policy acme "Acme" {
  authority company
  applies everywhere
  default forbid contact "No"
  ${rule}
}
${smallProgram}`;

describe('changes of form', () => {
  it('give a condition a name', async () => {
    const { text, errors } = await changed(
      policy('rule r "R" { permit contact when [[channel is email and customer.is-individual]] }'),
      'Give this condition a name',
    );
    expect(text).toContain(
      'define new-condition(channel: Channel, customer: Customer) as\n  channel is email and',
    );
    expect(text).toContain('when new-condition(channel, customer) }');
    expect(errors).toEqual([]);
  });

  it('write out what a definition says', async () => {
    const { text, errors } = await changed(
      policy('rule r "R" { permit contact when orde|red(customer, channel) }'),
      'Write out what "ordered" says',
    );
    expect(text).toContain('when (some o in customer.orders satisfies o.channel is channel) }');
    expect(errors).toEqual([]);
  });

  it('make one rule of each alternative', async () => {
    const { text, errors } = await changed(
      policy('rule r| "R" { permit contact when channel is email or customer.is-individual }'),
      'Split into one rule',
    );
    expect(text).toContain('rule r "R" { permit contact when channel is email }');
    expect(text).toContain('rule r-2 "R" { permit contact when customer.is-individual }');
    expect(errors).toEqual([]);
  });

  it('add what a rule lacks: a test, a citation, who may lift it', async () => {
    const rule = policy('rule r| "R" { permit contact when channel is email and customer.is-individual }');
    const test = await changed(rule, 'Add a test of this rule');
    expect(test.text).toContain('customer: { is-individual: yes }');
    expect(test.text).toContain('expect permitted by acme.r');
    expect(test.errors).toEqual([]);
    expect((await changed(rule, 'Add a citation')).text).toContain('is-individual cite "…" }');
    const law = rule.replace('authority company', 'authority law');
    const lifted = await changed(law, 'Let "company" lift this rule');
    expect(lifted.text).toContain('overridable by company }');
  });

  it('turn tests into a table', async () => {
    const one = (title: string, channel: string) =>
      `test "${title}" {\n  contact { channel: ${channel}, customer: { residence: DE } }\n  expect permitted by acme.r\n}\n\n`;
    const { text, errors } = await changed(
      `${policy('rule r "R" { permit contact when jurisdiction is DE }').split('\n// file')[0]}\n${one('On|e', 'email')}${one('Two', 'live-call')}${smallProgram}`,
      'Turn these 2 tests',
    );
    expect(text).toContain('| channel   | customer.residence | expect    | by     |');
    expect(text).toContain('| live-call | DE                 | permitted | acme.r |');
    expect(errors).toEqual([]);
  });

  it('sort what a file uses', async () => {
    const { text } = await changed(
      `use small\nuse other\nuse small\n\n|${policy('').slice(10)}// file: other.privacy\nmodule other\n`,
      'Sort',
      ['source'],
    );
    expect(text.startsWith('use other\nuse small\n')).toBe(true);
  });

  it('switch a piece of advice off, with a reason', async () => {
    const fixture = `use small\npolicy acm|e "Acme" {\n  authority law\n  rule r "R" { forbid contact when channel is email }\n}\n${smallProgram}`;
    const { text } = await changed(fixture, 'Ignore this advice here');
    expect(text).toMatch(/\/\/ ignore lint\/[a-z-]+: …\n *policy acme/);
  });

  it('are not offered in the library, nor where there is a syntax error', async () => {
    const opened = openFixture(policy('rule r| "R" { permit contact when channel is }'));
    const { snapshot, file, offset } = await opened.target();
    const options = {
      pageOf: () => undefined,
      showsRelated: false,
      span: { start: offset, end: offset },
      only: ['refactor'],
    };
    expect(codeActions(snapshot, file, options)).toEqual([]);
  });
});
