import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryPath } from '../support/check.ts';

/** The package as it would be published, installed into an empty project. */
const folder = mkdtempSync(join(tmpdir(), 'privacy-packed-'));
const project = join(folder, 'project');

function run(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function privacy(...args: readonly string[]): string {
  return run(
    process.execPath,
    [join(folder, 'node_modules/@privacy-lang/compiler/bin/privacy.js'), ...args],
    project,
  );
}

beforeAll(() => {
  const source = repositoryPath('packages/compiler');
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], source).trim();
  const archive = join(folder, packed.split('\n').at(-1) ?? '');
  expect(existsSync(archive)).toBe(true);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', archive], folder);
  run(
    process.execPath,
    [join(folder, 'node_modules/@privacy-lang/compiler/bin/privacy.js'), 'init', 'project'],
    folder,
  );
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the published package in an empty project', () => {
  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(repositoryPath('packages/compiler/package.json'), 'utf8'));
    expect(privacy('--version').trim()).toBe(version);
  });

  it('starts a project whose rules check, whose tests pass and whose form is tidy', () => {
    expect(() => privacy('check')).not.toThrow();
    expect(() => privacy('test')).not.toThrow();
    expect(() => privacy('format', '--check')).not.toThrow();
  });

  it('explains a message from the pages that it brings along', () => {
    expect(privacy('explain', 'name/unknown')).toContain('name/unknown');
  });

  it('compiles the rules to TypeScript that the strictest compiler accepts', () => {
    privacy('build', '--out', 'generated');
    expect(readdirSync(join(project, 'generated'))).toContain('index.ts');
    const options = {
      compilerOptions: {
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noImplicitOverride: true,
        noPropertyAccessFromIndexSignature: true,
        noImplicitReturns: true,
        noFallthroughCasesInSwitch: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
        verbatimModuleSyntax: true,
        isolatedModules: true,
        erasableSyntaxOnly: true,
        module: 'nodenext',
        target: 'es2022',
        lib: ['es2022'],
        types: [],
        rewriteRelativeImportExtensions: true,
        rootDir: 'generated',
        outDir: 'dist',
      },
      include: ['generated'],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(options));
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    const tsc = repositoryPath('node_modules/typescript/bin/tsc');
    expect(() => run(process.execPath, [tsc, '-p', '.'], project)).not.toThrow();
    expect(existsSync(join(project, 'dist/index.js'))).toBe(true);
  });

  it('carries nothing that only this repository needs', () => {
    const files = readdirSync(join(folder, 'node_modules/@privacy-lang/compiler'), {
      recursive: true,
      encoding: 'utf8',
    });
    expect(files.filter((name) => /\.test\.|tsbuildinfo|(^|\/)src\//.test(name))).toEqual([]);
  });
});
