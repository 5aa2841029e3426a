import { expect, it } from 'vitest';
import { emitTypeScript } from '../../../packages/compiler/src/emitting/index.ts';
import { repositoryPath } from '../../support/check.ts';
import { programOf } from '../../support/probe.ts';

const source = `authorities law binding > company tenant

taxonomy Place "Places" { DE "Germany", FR "France" }

calendar german-holidays "Holidays in Germany" zone "Europe/Berlin" covers 2026-01-01 through 2026-12-31 {
  weekend saturday, sunday
  2026-01-01 "New Year's Day"
  2026-12-25 "Christmas Day"
}

/// How long accounting vouchers are kept.
table voucher-retention "Retention of vouchers" by Place: duration zone "Europe/Berlin" {
  | place | value    | in force         | cite     |
  | DE    | 8 years  | since 2025-01-01 | "BEG IV" |
  | DE    | 10 years | until 2025-01-01 |          |
  | FR    | 10 years |                  |          |
}

record Invoice "Invoices" {
  issued-on: date
  is-bank?: boolean
  place: Place
  disputed: boolean
  answered-on: date or none
  jurisdiction: each of (place)
}

policy law.vouchers "Law of vouchers" {
  authority law
  zone "Europe/Berlin"
  applies when jurisdiction is DE
  rule vouchers "Accounting vouchers" {
    keep Invoice for at least voucher-retention of place counted from end of year of issued-on
    cite "s. 147"
    except banks "Banks and insurers" { when is-bank for at least 10 years cite "s. 147(3)" }
  }
  rule answer "Disputes are answered" {
    due Invoice at the latest 1 month after issued-on
    when disputed
    rolling over non-working days of german-holidays
    extend by 2 months when is-bank
    done when answered-on is not none
    cite "s. 12"
  }
}

policy house.rules "House rules" {
  authority company
  in force from 2026-01-01
  rule gone "Nothing is kept for ever" { erase Invoice at the latest 11 years after issued-on }
  rule order "Evidence" { hold Invoice when disputed cite "order 7" review within 1 year }
}
`;

const emitted = emitTypeScript({ program: programOf(source) });

it.each([
  'records/invoice.ts',
  'policies/law.vouchers.ts',
  'policies/house.rules.ts',
  'vocabulary/tables/voucher-retention.ts',
  'vocabulary/calendars/german-holidays.ts',
])('writes %s as it is kept for reading; `npm run baselines` writes it anew', async (path) => {
  const text = emitted.find((file) => file.path === path)?.text;
  expect(text).toBeDefined();
  await expect(text).toMatchFileSnapshot(repositoryPath(`test/baselines/emitting/schedules/${path}.txt`));
});
