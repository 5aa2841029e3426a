import { describe, expect, test } from 'vitest';
import type {
  DiagnosticSource,
  Fix,
  LocatedDiagnostic,
} from '../../../packages/compiler/src/diagnostics/index.ts';
import {
  applyAutomaticFixes,
  createDiagnosticSource,
  locateInSource,
} from '../../../packages/compiler/src/diagnostics/index.ts';

const source = createDiagnosticSource('a.privacy', 'one two three');
const other = createDiagnosticSource('b.privacy', 'alpha beta');
const all = (): boolean => true;

describe('automatic fixes', () => {
  test('are applied together where they do not touch', () => {
    expect(apply([fix([[4, 7, '2']]), fix([[0, 3, '1']])])).toEqual({
      text: '1 2 three',
      applied: 2,
      postponed: 0,
    });
  });

  test('that touch an earlier one wait for the next round', () => {
    expect(apply([fix([[0, 7, 'x']]), fix([[4, 13, 'y']])])).toEqual({
      text: 'x three',
      applied: 1,
      postponed: 1,
    });
    expect(apply([fix([[0, 3, 'x']]), fix([[3, 4, '']])])).toEqual({
      text: 'x two three',
      applied: 1,
      postponed: 1,
    });
    expect(apply([fix([[3, 3, 'a']]), fix([[3, 3, 'b']])])).toEqual({
      text: 'onea two three',
      applied: 1,
      postponed: 1,
    });
  });

  test('that ask for the very same edit are made once', () => {
    expect(apply([fix([[0, 3, 'x']]), fix([[0, 3, 'x']])])).toEqual({
      text: 'x two three',
      applied: 2,
      postponed: 0,
    });
  });

  test('are applied as a whole or not at all', () => {
    const whole = [
      fix([[0, 3, 'x']]),
      fix([
        [0, 3, 'y'],
        [8, 13, 'z'],
      ]),
    ];
    expect(apply(whole)).toEqual({ text: 'x two three', applied: 1, postponed: 1 });
  });

  test('keep the order of a fix whose own edits meet', () => {
    const meeting = fix([
      [3, 3, '('],
      [3, 4, ')'],
    ]);
    expect(apply([meeting])).toEqual({ text: 'one()two three', applied: 1, postponed: 0 });
  });

  test('are refused where their own edits overlap', () => {
    const overlapping = fix([
      [0, 5, 'x'],
      [3, 6, 'y'],
    ]);
    expect(apply([overlapping])).toEqual({ text: undefined, applied: 0, postponed: 0 });
  });

  test('do not include those that need a look', () => {
    expect(apply([fix([[0, 3, 'x']], 'needs-review')])).toEqual({
      text: undefined,
      applied: 0,
      postponed: 0,
    });
  });

  test('leave every file as it is where one of their files may not be changed', () => {
    const both: LocatedDiagnostic = {
      ...fix([[0, 3, 'x']]),
      fixes: [...fix([[0, 3, 'x']]).fixes, ...fix([[0, 5, 'x']], 'automatic', other).fixes].slice(0, 1),
    };
    const spanning: LocatedDiagnostic = {
      ...both,
      fixes: [
        {
          title: 'both',
          kind: 'automatic',
          edits: [both, fix([[0, 5, 'x']], 'automatic', other)].flatMap(({ fixes }) =>
            fixes.flatMap(({ edits }) => edits),
          ),
        },
      ],
    };
    expect(applyAutomaticFixes([spanning], (path) => path === 'a.privacy').texts.size).toBe(0);
    expect([...applyAutomaticFixes([spanning], all).texts]).toEqual([
      ['a.privacy', 'x two three'],
      ['b.privacy', 'x beta'],
    ]);
  });
});

type Edit = readonly [start: number, end: number, newText: string];

function fix(
  edits: readonly Edit[],
  kind: Fix['kind'] = 'automatic',
  at: DiagnosticSource = source,
): LocatedDiagnostic {
  const fixes = [
    { title: 'Fix', kind, edits: edits.map(([start, end, newText]) => ({ span: { start, end }, newText })) },
  ];
  const parts = { code: 'name/unknown', severity: 'error', headline: 'x', related: [] } as const;
  return locateInSource({ ...parts, span: { start: 0, end: 1 }, fixes }, at);
}

function apply(diagnostics: readonly LocatedDiagnostic[]) {
  const { texts, applied, postponed } = applyAutomaticFixes(diagnostics, all);
  return { text: texts.get('a.privacy'), applied, postponed };
}
