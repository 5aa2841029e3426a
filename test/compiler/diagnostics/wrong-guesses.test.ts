import { describe, expect, it } from 'vitest';
import {
  applyAutomaticFixes,
  createDiagnosticLocator,
} from '../../../packages/compiler/src/diagnostics/index.ts';
import { checkExample, describeDiagnostic } from '../../docs/check-example.ts';

/** A policy of the United States with one more thing in it. */
function policy(body: string, head = 'applies when jurisdiction is US'): string {
  return `use std.crm

policy us.rules "Rules" {
  authority law
  ${head}
  default forbid contact "Only with a reason" cite "s. 1"
  ${body}
}
`;
}

const rule = (line: string): string => policy(`rule r "Rule" { ${line} cite "s. 2" }`);
const when = (condition: string): string => rule(`forbid contact when ${condition}`);

interface Guess {
  readonly guess: string;
  readonly text: string;
  readonly code: string;
  /** What the message or its fix has to spell out. */
  readonly right: string;
}

const guesses: readonly Guess[] = [
  { guess: 'UK', text: when('customer.residence is UK'), code: 'name/alias', right: '"GB"' },
  { guess: 'EL', text: when('customer.residence is EL'), code: 'name/alias', right: '"GR"' },
  { guess: 'USA', text: when('customer.residence is USA'), code: 'name/alias', right: '"US"' },
  {
    guess: 'California',
    text: when('customer.residence is California'),
    code: 'name/alias',
    right: '"US-CA"',
  },
  {
    guess: 'CA for California',
    text: when('customer.residence is CA'),
    code: 'lint/country-or-state',
    right: '"US-CA"',
  },
  {
    guess: 'DE for Delaware',
    text: when('customer.residence is DE'),
    code: 'lint/country-or-state',
    right: '"US-DE"',
  },
  {
    guess: 'IN for Indiana',
    text: when('customer.residence is IN'),
    code: 'lint/country-or-state',
    right: '"US-IN"',
  },
  {
    guess: 'IL for Illinois',
    text: when('customer.residence is IL'),
    code: 'lint/country-or-state',
    right: '"US-IL"',
  },
  {
    guess: 'CA for California, where the policy says when it applies',
    text: policy('', 'applies when jurisdiction is US and customer.residence is CA'),
    code: 'lint/country-or-state',
    right: '"US-CA"',
  },
  {
    guess: 'channel = email',
    text: when('channel = email'),
    code: 'syntax/comparison-sign',
    right: 'Write "is"',
  },
  {
    guess: 'channel == email',
    text: when('channel == email'),
    code: 'syntax/comparison-sign',
    right: 'Write "is"',
  },
  {
    guess: 'channel is "email"',
    text: when('channel is "email"'),
    code: 'type/mismatch',
    right: 'Write email',
  },
  {
    guess: 'is email or sms',
    text: when('channel is email or sms'),
    code: 'name/unknown-fact',
    right: 'is one of (email, sms)',
  },
  {
    guess: 'is (email or sms)',
    text: when('channel is (email or sms)'),
    code: 'syntax/or-in-value',
    right: 'one of (email, sms)',
  },
  {
    guess: 'is email and sms',
    text: when('channel is email and sms'),
    code: 'name/unknown-fact',
    right: 'is one of (email, sms)',
  },
  {
    guess: 'if … then',
    text: rule('if channel is email then forbid contact'),
    code: 'syntax/if-then',
    right: 'Write "when"',
  },
  {
    guess: 'must not',
    text: rule('must not contact when channel is email'),
    code: 'syntax/effect-word',
    right: '"forbid"',
  },
  {
    guess: 'may',
    text: rule('may contact when channel is email'),
    code: 'syntax/effect-word',
    right: '"permit"',
  },
  {
    guess: 'shall not',
    text: rule('shall not contact when channel is email'),
    code: 'syntax/effect-word',
    right: '"forbid"',
  },
  {
    guess: 'shall',
    text: rule('shall contact when channel is email'),
    code: 'syntax/effect-word',
    right: '"require"',
  },
  {
    guess: 'allow',
    text: rule('allow contact when channel is email'),
    code: 'syntax/effect-word',
    right: '"permit"',
  },
  {
    guess: 'deny',
    text: rule('deny contact when channel is email'),
    code: 'syntax/effect-word',
    right: '"forbid"',
  },
  {
    guess: 'not in EU',
    text: when('customer.residence not in EU'),
    code: 'syntax/in-without-is',
    right: '"is not"',
  },
  {
    guess: 'is not in EU',
    text: when('customer.residence is not in EU'),
    code: 'type/in-set',
    right: '"is not EU"',
  },
  { guess: 'in EU', text: when('customer.residence in EU'), code: 'syntax/in-without-is', right: '"is"' },
  {
    guess: '> 13',
    text: when('age of customer.birth-date > 13'),
    code: 'syntax/comparison-sign',
    right: '"is more than"',
  },
  {
    guess: 'older than 13',
    text: when('customer is older than 13'),
    code: 'syntax/comparison-word',
    right: 'age of customer.birth-date is',
  },
  {
    guess: 'under 13',
    text: when('age of customer.birth-date is under 13'),
    code: 'syntax/comparison-word',
    right: '"less than"',
  },
  {
    guess: 'less than 13 years',
    text: when('age of customer.birth-date is less than 13 years'),
    code: 'type/mismatch',
    right: 'Leave out the unit',
  },
  {
    guess: '31.12.2024',
    text: when('today is after 31.12.2024'),
    code: 'syntax/date-form',
    right: '2024-12-31',
  },
  {
    guess: '12/31/2024',
    text: when('today is after 12/31/2024'),
    code: 'syntax/date-form',
    right: '2024-12-31',
  },
  {
    guess: '8am',
    text: when('time in customer.time-zone is before 8am'),
    code: 'syntax/time-form',
    right: '08:00',
  },
  {
    guess: '9 p.m.',
    text: when('time in customer.time-zone is after 9 p.m.'),
    code: 'syntax/time-form',
    right: '21:00',
  },
  {
    guess: '6 yrs',
    text: when('customer.last-purchase-on is within the last 6 yrs'),
    code: 'syntax/duration-form',
    right: '6 years',
  },
  { guess: '72h', text: when('now is after 72h after now'), code: 'syntax/duration-form', right: '72 hours' },
  {
    guess: 'Monday',
    text: when('weekday in customer.time-zone is Monday'),
    code: 'syntax/weekday',
    right: '"monday"',
  },
  { guess: 'e-mail', text: when('channel is e-mail'), code: 'name/alias', right: '"email"' },
  {
    guess: 'except when',
    text: policy(
      'rule r "Rule" { forbid contact when channel is email cite "s. 2" except when is-requested }',
    ),
    code: 'syntax/except-without-name',
    right: 'except name',
  },
  {
    guess: 'cite Art. 6',
    text: policy('rule r "Rule" { forbid contact when channel is email cite Art. 6 }'),
    code: 'syntax/unquoted-text',
    right: 'quotation marks',
  },
  {
    guess: 'today alone',
    text: when('today'),
    code: 'type/not-a-condition',
    right: '"today is on or after …"',
  },
  { guess: 'consent given', text: when('consent given'), code: 'syntax/words-apart', right: '"is"' },
  {
    guess: 'a policy without an id',
    text: 'use std.crm\n\npolicy "Rules of the United States" {\n  authority law\n}\n',
    code: 'syntax/title-without-name',
    right: 'Write "rules-united-states" before the title',
  },
  {
    guess: 'an id that starts with a digit',
    text: 'use std.crm\n\npolicy us.sec.17a-4 "Records" {\n  authority law\n}\n',
    code: 'syntax/id-starts-with-digit',
    right: 'rule-17a-4',
  },
  {
    guess: 'retention 6 years',
    text: rule('retention 6 years'),
    code: 'syntax/retention',
    right: 'keep Invoice for at least 6 years',
  },
  {
    guess: 'until where the last day is meant',
    text: policy('', 'in force from 2020-01-01 until 2026-12-31\n  applies when jurisdiction is US'),
    code: 'lint/until-last-day',
    right: '"through 2026-12-31"',
  },
  {
    guess: 'and mixed with or',
    text: when('channel is email and is-requested or channel is sms'),
    code: 'syntax/mixed-and-or',
    right: 'channel is email and (is-requested or channel is sms)',
  },
];

describe('what authors write at first', () => {
  it.each(guesses)('$guess: one message, in the right spelling', async ({ text, code, right }) => {
    const { checked, diagnostics } = await checkExample({ 'policies/example.privacy': text });
    expect(
      diagnostics.map(({ diagnostic }) => diagnostic.code),
      diagnostics.map(describeDiagnostic).join('\n'),
    ).toEqual([code]);
    const locate = createDiagnosticLocator(checked.program.files);
    const said = diagnostics
      .map(locate)
      .flatMap(({ headline, because, help, label, fixes }) => [
        headline,
        because,
        help,
        label,
        ...fixes.flatMap(({ title, edits }) => [title, ...edits.map(({ newText }) => newText)]),
      ]);
    expect(said.filter((part) => part !== undefined).join('\n')).toContain(right);
  });

  it.each(guesses)('$guess: an automatic fix leaves no mistake behind', async ({ text }) => {
    const path = 'policies/example.privacy';
    const { checked, diagnostics } = await checkExample({ [path]: text });
    const located = diagnostics.map(createDiagnosticLocator(checked.program.files));
    const mended = applyAutomaticFixes(located, (file) => file === path).texts.get(path);
    if (mended === undefined) {
      expect(located.flatMap(({ fixes }) => fixes).some(({ kind }) => kind === 'automatic')).toBe(false);
      return;
    }
    const again = await checkExample({ [path]: mended });
    expect(again.diagnostics.map(describeDiagnostic)).toEqual([]);
  });

  it('a window that crosses midnight is understood as one', async () => {
    const text = when('time in customer.time-zone is between 21:00 and 08:00');
    const { diagnostics } = await checkExample({ 'policies/example.privacy': text });
    expect(diagnostics.map(describeDiagnostic)).toEqual([]);
  });
});
