import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffLines } from '../../../packages/compiler/src/cli/diff-lines.ts';
import { unifiedDiff } from '../../../packages/compiler/src/cli/unified-diff.ts';
import { createFolder } from './run.ts';

const line = fc.constantFrom('a\n', 'b\n', 'c\n', '\n');
const lines = fc.array(line, { maxLength: 30 });

describe('the difference between two texts', () => {
  test('turns the one into the other, and back', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const found = diffLines(before, after);
        expect(found.filter(({ kind }) => kind !== 'added').map(({ text }) => text)).toEqual(before);
        expect(found.filter(({ kind }) => kind !== 'removed').map(({ text }) => text)).toEqual(after);
      }),
    );
  });

  test('is no longer than it has to be', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = diffLines(before, after).filter(({ kind }) => kind !== 'same').length;
        expect(changes).toBe(before.length + after.length - 2 * longestCommon(before, after));
      }),
    );
  });

  test('of texts that share next to nothing is found quickly, too', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `old ${index}\n`);
    const after = Array.from({ length: 20_000 }, (_, index) => `new ${index}\n`);
    expect(diffLines(before, after)).toHaveLength(40_000);
  });
});

describe('a unified diff', () => {
  test('shows changes with three lines around them, those that are near together', () => {
    const before = Array.from({ length: 30 }, (_, index) => `${index + 1}\n`).join('');
    const after = before.replace('\n5\n', '\nfive\n').replace('\n9\n', '\n').replace('\n25\n', '\n25\n25a\n');
    expect(unifiedDiff({ path: 'x', before, after }).split('\n')).toEqual([
      '--- a/x',
      '+++ b/x',
      '@@ -2,11 +2,10 @@',
      ...[' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8', '-9', ' 10', ' 11', ' 12'],
      '@@ -23,6 +22,7 @@',
      ...[' 23', ' 24', ' 25', '+25a', ' 26', ' 27', ' 28'],
      '',
    ]);
  });

  test('of equal texts is empty', () => {
    expect(unifiedDiff({ path: 'x', before: 'a', after: 'a' })).toBe('');
  });

  test('is understood by patch, whatever the texts are', () => {
    const folder = createFolder();
    const text = fc.tuple(lines, fc.constantFrom('', 'last')).map(([all, end]) => all.join('') + end);
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== '' && after !== '' && before !== after);
        folder.write('x', before);
        const input = unifiedDiff({ path: 'x', before, after });
        const { status } = spawnSync('git', ['apply', '--unidiff-zero', '-'], { cwd: folder.path, input });
        expect([status, folder.read('x')]).toEqual([0, after]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row: number[] = new Array(right.length + 1).fill(0);
  for (const first of left) {
    const next = [0];
    for (const [index, second] of right.entries()) {
      next.push(first === second ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
