import { describe, expect, it } from 'vitest';
import { renderScheduleExplanation } from '../../../packages/compiler/src/cli/explanation/index.ts';
import { createPalette } from '../../../packages/compiler/src/diagnostics/render/index.ts';
import type { Facts } from '../../support/schedulebook.ts';
import { explanationOn, house, law } from '../../support/schedulebook.ts';

const policies =
  law(
    `rule keeps "Accounting vouchers" { keep Invoice for at least 6 years counted from issued-on cite "§ 147" obligation lock }
     rule late "Too late" { due Invoice at the latest 1 month after issued-on done when flag cite "s. 2" }`,
    'source "Fiscal code" zone "Europe/Berlin"',
  ) +
  house(`rule gone "Gone" { erase Invoice at the latest 3 years after issued-on when flag-2 leaving Log }
    rule logs "Logs" { keep Log for at least 1 year counted from day }`);

function rendered(facts: Facts, width = 100): readonly string[] {
  const explanation = explanationOn('2024-03-02', policies, facts, { changes: true });
  const layout = { palette: createPalette({ color: false }), width };
  return renderScheduleExplanation({ now: '2024-03-02T12:00:00Z', explanation }, layout).split('\n');
}

describe('the explanation of a schedule in words', () => {
  const facts = { issuedOn: '2020-03-02', flag: true, flag2: true };

  it('says what is to be done first, then until when, why, and how it came about', () => {
    const lines = rendered(facts);
    expect(lines.slice(0, 2)).toEqual([
      '■ keep-restricted: Invoice at 2024-03-02T12:00:00Z',
      '  It is due for erasure, and a keep or a hold is all that stops that.',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Until when',
        '  • to be kept through 2026-03-02',
        '  • to be erased by 2026-03-03',
        '  • deadline done: law.one.late',
        'Why',
        '  ✓ law.one.keeps keeps it through 2026-03-02: Accounting vouchers',
        '    § 147; Fiscal code',
        '  ✓ house.gone asks to erase it by 2023-03-02, and has to give way: Gone',
        'What has to be done',
        '  • erase by 2026-03-03, waiting, leaving Log',
        'What has to be observed',
        '  • lock: Keep it under lock and key, through 2026-03-02',
        'What would turn the answer',
        '  ■ flag2 = false: must-keep, deadline done',
        'What was considered',
        '    ✓ keep: law.one.keeps stands (Accounting vouchers, § 147)',
        '      → keeps it through 2026-03-02',
        'Facts that were read',
        '  issuedOn 2020-03-02',
      ]),
    );
  });

  it('tells both windows and what to ask for where something is not known', () => {
    expect(rendered({ issuedOn: '2016-03-02' })).toEqual(
      expect.arrayContaining([
        '? undetermined: Invoice at 2024-03-02T12:00:00Z',
        '  • at most: to be kept through 2022-03-02 (may-erase)',
        '  • at least: to be kept through 2022-03-02, to be erased by 2022-03-03 (overdue)',
        'What is missing',
        '  ? flag-2 (flag2)',
        '    asked by house.gone',
      ]),
    );
  });

  it('keeps to the width of the terminal', () => {
    expect(Math.max(...rendered(facts, 60).map(({ length }) => length))).toBeLessThanOrEqual(60);
  });
});
