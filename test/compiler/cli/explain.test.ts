import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

describe('privacy explain', () => {
  test.each(['name/unknown-module', 'unknown-module', '[name/unknown-module]'])(
    'prints the page about %s',
    async (word) => {
      const { code, stdout, stderr } = await run(['explain', word]);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^# name\/unknown-module\n/);
    },
  );

  test('lays the page out for a terminal', async () => {
    const { stdout } = await run(['explain', 'name/unknown-module'], {
      terminal: 60,
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toMatch(/^name\/unknown-module\n/);
    expect(stdout).not.toContain('```');
  });

  test.each([
    ['name/unknown-modul', 'do you mean "name/unknown-module"'],
    ['unknown-modul', '"name/unknown-module"'],
    ['../../../package', 'There is no message "../../../package".'],
    ['__proto__', 'There is no message "__proto__".'],
  ])('knows no message %s', async (word, message) => {
    const { code, stdout, stderr } = await run(['explain', word]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
