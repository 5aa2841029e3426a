import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryPath } from '../support/check.ts';

const source = repositoryPath('packages/compiler/src');

/** What each phase may import from, next to itself; `cli` may import everything. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  text: [],
  support: [],
  runtime: [],
  time: [],
  diagnostics: ['text', 'support', 'syntax', 'checking'],
  syntax: ['text', 'support', 'diagnostics', 'runtime'],
  logic: ['text', 'support', 'syntax', 'runtime'],
  binding: ['text', 'support', 'syntax', 'diagnostics'],
  checking: ['text', 'support', 'diagnostics', 'syntax', 'binding', 'logic', 'runtime', 'time'],
  analysis: ['text', 'support', 'logic', 'runtime', 'time'],
  interpreting: ['text', 'support', 'logic', 'runtime', 'time', 'analysis'],
  emitting: ['text', 'support', 'logic', 'runtime', 'time', 'analysis'],
  formatting: ['text', 'support', 'syntax'],
  testing: ['text', 'support', 'syntax', 'logic', 'runtime', 'analysis', 'interpreting'],
  register: ['text', 'support', 'syntax', 'logic', 'runtime', 'interpreting', 'testing'],
  program: ['text', 'support', 'diagnostics', 'syntax', 'checking', 'logic', 'time', 'runtime'],
};

interface Import {
  readonly file: string;
  readonly line: string;
  readonly target: string;
}

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => ({
    file: relative(source, file).replaceAll('\\', '/'),
    line: match[0],
    target: match[1] ?? '',
  }));
}

const allImports = typescriptFiles(source).flatMap(importsOf);

function phaseOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

function targetPath({ file, target }: Import): string | undefined {
  if (!target.startsWith('.')) return undefined;
  return relative(source, resolve(dirname(join(source, file)), target)).replaceAll('\\', '/');
}

function staysInside(entry: Import): boolean {
  return targetPath(entry)?.startsWith('runtime/') === true;
}

describe('the borders between the phases of the compiler', () => {
  it('every phase imports only from the phases before it', () => {
    const wrong = allImports.flatMap((entry) => {
      const from = phaseOf(entry.file);
      const target = targetPath(entry);
      const to = target === undefined ? '' : phaseOf(target);
      if (from === '' || from === 'cli' || to === '' || to === from) return [];
      return allowed[from]?.includes(to) === true ? [] : [`${entry.file}: ${entry.line}`];
    });
    expect(wrong).toEqual([]);
  });

  it('nobody imports from the inside of another phase', () => {
    const wrong = allImports.flatMap((entry) => {
      const target = targetPath(entry);
      if (target === undefined || phaseOf(target) === phaseOf(entry.file) || phaseOf(target) === '')
        return [];
      return target.endsWith('/index.ts') ? [] : [`${entry.file}: ${entry.line}`];
    });
    expect(wrong).toEqual([]);
  });

  it('only the command line touches the machine', () => {
    const wrong = allImports.filter(
      ({ file, target }) => target.startsWith('node:') && phaseOf(file) !== 'cli',
    );
    expect(wrong).toEqual([]);
  });

  it('what compiled rules carry with them imports nothing from outside its folder', () => {
    const wrong = allImports.filter((entry) => phaseOf(entry.file) === 'runtime' && !staysInside(entry));
    expect(wrong).toEqual([]);
  });

  it('the compiler never imports the language server, nor that the extension', () => {
    const packages = ['compiler', 'lsp'].flatMap((name) =>
      typescriptFiles(repositoryPath(`packages/${name}/src`)).flatMap((file) =>
        importsOf(file).map((entry) => ({ ...entry, package: name })),
      ),
    );
    const wrong = packages.filter(
      ({ package: name, target }) =>
        target === 'vscode' ||
        target === 'vscode-languageclient' ||
        (name === 'compiler' && /@privacy-lang\/(?:lsp|batch)/.test(target)),
    );
    expect(wrong).toEqual([]);
  });
});
