import { describe, expect, test } from 'vitest';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import type { FileDiagnostic } from '../../../packages/compiler/src/diagnostics/index.ts';
import type { ProjectSettings } from '../../../packages/compiler/src/program/index.ts';
import {
  createMemoryHost,
  defaultSettings,
  loadProgram,
  programDiagnostics,
} from '../../../packages/compiler/src/program/index.ts';

/** Gives a lint, whatever else is there. */
const policy = `policy a.b "Title" {
  // ignore lint/until-last-day: nothing here has a last day
  authority law
}
`;
const authorities = 'authorities law binding > company tenant\n';

describe('what there is to say about a program', () => {
  test('is said once where loading and checking both find it, by the one that knows more', async () => {
    const found = await diagnosticsOf({ 'a.privacy': 'use std.crmm\n' });
    expect(found.map(show)).toEqual(['a.privacy name/unknown-module error']);
  });

  test('is sorted by file and place', async () => {
    const found = await diagnosticsOf({ 'b.privacy': 'use x\nuse y\n', 'a.privacy': '\nuse z\n' });
    const places = found.map(({ file, unit, diagnostic }) => [
      file.path,
      (unit?.start ?? 0) + diagnostic.span.start,
    ]);
    expect(places).toEqual([
      ['a.privacy', 5],
      ['b.privacy', 4],
      ['b.privacy', 10],
    ]);
  });

  test('has lints with the severities that the project wants, and without those that are off', async () => {
    const files = { 'a.privacy': `${authorities}\n${policy}` };
    const code = 'lint/needless-ignore';
    expect((await diagnosticsOf(files)).map(show)).toContain(`a.privacy ${code} warning`);
    const raised = await diagnosticsOf(files, { lints: new Map([[code, 'error']]) });
    expect(raised.map(show)).toContain(`a.privacy ${code} error`);
    const silenced = await diagnosticsOf(files, { lints: new Map([[code, 'off']]) });
    expect(silenced.map(({ diagnostic }) => diagnostic.code)).not.toContain(code);
  });

  test('leaves out advice about the library, and keeps its mistakes', async () => {
    const library = { 'std/words.privacy': `module std.words\n${authorities}\n${policy}\nuse nothing\n` };
    const found = await diagnosticsOf({ 'a.privacy': 'use std.words\n' }, {}, library);
    expect(found.map(show)).toEqual(['library:std/words.privacy name/unknown-module error']);
  });

  test('cannot be silenced where it is no lint', async () => {
    const lints = new Map([['name/unknown-module', 'off'] as const]);
    expect((await diagnosticsOf({ 'a.privacy': 'use x\n' }, { lints })).map(show)).toEqual([
      'a.privacy name/unknown-module error',
    ]);
  });
});

async function diagnosticsOf(
  files: Readonly<Record<string, string>>,
  settings: Partial<ProjectSettings> = {},
  library: Readonly<Record<string, string>> = { 'std/crm.privacy': 'module std.crm\n' },
): Promise<readonly FileDiagnostic[]> {
  const loaded = await loadProgram({ host: createMemoryHost(files, library), paths: Object.keys(files) });
  const checked = checkProgram({ files: loaded.files }).diagnostics;
  return programDiagnostics({ loaded, checked, settings: { ...defaultSettings, ...settings } });
}

function show({ file, diagnostic }: FileDiagnostic): string {
  return `${file.path} ${diagnostic.code} ${diagnostic.severity}`;
}
