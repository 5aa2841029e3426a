import { describe, expect, test } from 'vitest';
import { createFolder, run } from '../run.ts';
import { project } from '../sample-project.ts';

const table = `use acme.words

scenarios "Calls" for contact under test.law {
  now 2026-03-02T12:00:00Z
  given customer: { time-zone: "UTC" }
  rows from "calls.csv"
}
`;
const rows = `channel,customer.consented,expect,by
live-call,no,forbidden,test.law.calls
live-call,yes,permitted,
email,,forbidden,
`;
const files = { ...project, 'policies/more/tests.privacy': table, 'policies/more/calls.csv': rows };

describe('rows from a file', () => {
  test('are tests of the file that names them, and failures show the line', async () => {
    const { path } = createFolder(files);
    const { code, stdout } = await run(['test', 'policies/more/tests.privacy'], { cwd: path });
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      '✗ policies/more/calls.csv  1 failed, 2 passed',
      '',
      '✗ Calls, row 3 of calls.csv',
      '  Expected forbidden, but it is permitted, because test.law.default.contact',
      '  ("Allowed unless forbidden") allows it.',
      '  policies/more/calls.csv:4',
      '',
      '3 tests, 1 failed.',
      '',
    ]);
  });

  test('are checked where they stand', async () => {
    const { path } = createFolder({ ...files, 'policies/more/calls.csv': rows.replace('email', 'mail') });
    const { code, stdout } = await run(['check', 'policies/more'], { cwd: path });
    expect(code).toBe(1);
    expect(stdout).toContain('policies/more/calls.csv:4:1');
    expect(stdout).toContain('email');
  });

  test('are missed where they are not there', async () => {
    const { 'policies/more/calls.csv': _, ...others } = files;
    const { path } = createFolder(others);
    const { code, stdout } = await run(['check'], { cwd: path });
    expect(code).toBe(1);
    expect(stdout).toContain('The file "calls.csv" does not exist  [test/row-file-unusable]');
    const bytes = createFolder({ ...others, 'policies/more/calls.csv': new Uint8Array([0xff, 0xfe, 0x41]) });
    expect((await run(['check'], { cwd: bytes.path })).stdout).toContain('is not text in UTF-8');
  });
});
