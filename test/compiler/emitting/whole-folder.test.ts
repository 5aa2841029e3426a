import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import { emitTypeScript } from '../../../packages/compiler/src/emitting/index.ts';
import type { SourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { repositoryPath, standardLibrary } from '../../support/check.ts';

/** The example company: sixty policies of real law. */
function exampleFiles(): SourceFile[] {
  const folder = repositoryPath('examples/acme/policies');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.privacy'),
  );
  return names.map((name) =>
    parseSourceFile({
      path: `policies/${name.replaceAll('\\', '/')}`,
      text: readFileSync(`${folder}/${name}`, 'utf8'),
    }),
  );
}

const files = [...standardLibrary(), ...exampleFiles()];
const emitted = emitTypeScript({ program: checkProgram({ files }).program });
const paths = new Set(emitted.map(({ path }) => path));

describe('the compiled folder', () => {
  it('is the same to the byte whatever the order of the files', () => {
    const reversed = emitTypeScript({ program: checkProgram({ files: [...files].reverse() }).program });
    expect(reversed).toEqual(emitted);
  });

  it('imports nothing from outside itself', () => {
    const outside = emitted.flatMap(({ path, text }) =>
      [...text.matchAll(/^(?:import|export)[^;]*? from '([^']+)';/gm)].flatMap((match) => {
        const target = posix.join(posix.dirname(path), match[1] ?? '');
        return match[1]?.startsWith('.') === true && paths.has(target) ? [] : [`${path}: ${match[1]}`];
      }),
    );
    expect(outside).toEqual([]);
  });

  it('has line feeds only, and every file ends with one', () => {
    const texts = emitted.filter(({ path }) => !path.endsWith('.map'));
    expect(
      texts.filter(({ text }) => text.includes('\r') || !text.endsWith('\n')).map(({ path }) => path),
    ).toEqual([]);
  });

  it('evaluates no text as code and opens no doubt in its types', () => {
    const banned = /\beval\(|new Function\(|: any\b|as any\b|<any>|@ts-(?:ignore|nocheck|expect-error)/;
    const found = emitted.filter(({ path, text }) => path.endsWith('.ts') && banned.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('keeps what is written for a rule under four kilobytes', () => {
    const own = emitted.filter(({ path }) => /^(?:policies|explanations)\/.*\.ts$/.test(path));
    const bytes = own.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const program = checkProgram({ files }).program;
    const rules = program.policies.flatMap(({ parts }) => parts.flatMap((part) => part.rules));
    expect(bytes / rules.length).toBeLessThan(4096);
  });

  it('points every source map at sources that exist', () => {
    const known = new Set(files.map(({ path }) => path));
    const maps = emitted.filter(({ path }) => path.endsWith('.map'));
    expect(maps.length).toBeGreaterThan(60);
    for (const { path, text } of maps) {
      const map: { version: number; sources: string[]; sourcesContent?: (string | null)[] } =
        JSON.parse(text);
      expect(map.version, path).toBe(3);
      expect(map.sources.length, path).toBeGreaterThan(0);
      for (const [index, source] of map.sources.entries()) {
        const content = map.sourcesContent?.[index] ?? '';
        expect(
          files.some((file) => file.text === content && source.endsWith(file.path)) || known.has(source),
          source,
        ).toBe(true);
      }
    }
  });
});
