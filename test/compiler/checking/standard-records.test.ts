import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTexts, codesOf, repositoryPath, standardLibrary } from '../../support/check.ts';

const library = standardLibrary();

/** What the example of the language takes for granted: the end of what is kept, and what keeps the things left behind. */
const granted = `use std.crm

policy acme.ends "Ends" {
  authority company
  rule opt-outs "Opt-outs are remembered" { keep SuppressionEntry for at least 5 years counted from date of recorded-at }
  rule no-opt-outs "Opt-outs are forgotten" { erase SuppressionEntry at the latest 9 years after date of recorded-at }
  rule invoices "Invoices end" { erase Invoice at the latest 12 years after end of year of issued-on }
}
`;

describe('the records of the standard library', () => {
  it('are without any message', () => {
    expect(codesOf(checkTexts([], library))).toEqual([]);
  });
  it('are all that the schedules in the tour of the language need', () => {
    const tour = readFileSync(repositoryPath('test/fixtures/tour/time.privacy'), 'utf8');
    const checked = checkTexts([granted, `use std.crm\n\n${tour}`], library);
    // The default of the first policy, which is about calls, cites nothing.
    expect(codesOf(checked)).toEqual(['lint/law-without-cite']);
    const hold = checked.program.policies.find(({ id }) => id === 'acme.litigation');
    expect(hold?.schedules.map(({ record }) => record)).toEqual([
      'CardAuthentication',
      'CustomerFile',
      'Invoice',
      'Prospect',
      'RightsRequest',
      'StoredRecord',
    ]);
  });
  it.each(['Invoice', 'Prospect', 'CustomerFile', 'RightsRequest', 'Incident', 'StoredRecord'])(
    'say of %s who claims it and whose it is',
    (name) => {
      const record = checkTexts([], library).program.records.get(name);
      expect(record?.claim?.name).toBe('jurisdiction');
      expect(record?.derived.map((derived) => derived.name)).toEqual(
        expect.arrayContaining(['controller', 'industry']),
      );
    },
  );
});
