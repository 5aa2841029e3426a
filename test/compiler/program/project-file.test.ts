import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LocatedDiagnostic } from '../../../packages/compiler/src/diagnostics/index.ts';
import { defaultSettings, readProjectFile } from '../../../packages/compiler/src/program/index.ts';

describe('a project file', () => {
  test('states sources, zone, folder for output, and lints', () => {
    const text = JSON.stringify({
      $schema: './node_modules/@privacy-lang/compiler/schema/privacy.schema.json',
      sources: ['policies/**/*.privacy', '!policies/drafts/**'],
      zone: 'Europe/Berlin',
      out: './generated/',
      version: '1.4.0',
      importExtension: '.js',
      lints: { 'lint/needless-else': 'off' },
    });
    expect(read(text)).toEqual({
      settings: {
        sources: ['policies/**/*.privacy', '!policies/drafts/**'],
        packs: [],
        zone: 'Europe/Berlin',
        out: 'generated',
        version: '1.4.0',
        importExtension: '.js',
        lints: new Map([['lint/needless-else', 'off']]),
        pack: undefined,
      },
      diagnostics: [],
    });
  });

  test('may state nothing', () => {
    expect(read('{}')).toEqual({ settings: defaultSettings, diagnostics: [] });
  });

  test('is told about every mistake where it stands, and keeps what is right', () => {
    const { settings, diagnostics } = read('{\n  "sourcs": [],\n  "zone": "Europe/Brlin",\n  "out": 5\n}');
    expect(diagnostics.map(show)).toEqual([
      '2:3 project/unknown-key "sourcs" The project file has no setting "sourcs"',
      '3:11 name/unknown-zone "Europe/Brlin" "Europe/Brlin" is not a time zone',
      '4:10 project/wrong-type 5 The setting "out" needs the path of a folder, such as "generated"',
    ]);
    expect(diagnostics.map(({ help }) => help)).toContain('Do you mean "sources"?');
    expect(diagnostics.map(({ help }) => help)).toContain('Do you mean "Europe/Berlin"?');
    expect(settings).toEqual(defaultSettings);
  });

  test.each([
    ['{ "zone": "UTC" "out": "x" }', '1:17', 'a comma is missing in front of this'],
    ['{ "zone": "UTC", }', '1:18', 'a comma stands in front of this'],
    ['{ // about\n}', '1:3', 'comments are not allowed'],
    ["{ 'zone': 'UTC' }", '1:3', 'a key in double quotes is missing'],
    ['{ "zone": \'UTC\' }', '1:11', 'double quotes are needed'],
    ['{ "zone": UTC }', '1:11', 'double quotes are missing'],
    ['{ "zone" "UTC" }', '1:10', 'a colon is missing'],
    ['{ "zone": "UTC', '1:11', 'the closing quote is missing'],
    ['{ "zone": "\\x" }', '1:11', 'this text has a character or a backslash that JSON does not allow'],
    ['{ "zone": "UTC"', '1:1', 'opened here and never closed with "}"'],
    ['', '1:1', 'the file ends too early'],
    ['{} {}', '1:4', 'nothing may follow the document'],
    ['{ "zone": 01 }', '1:11', 'double quotes are missing'],
    [`${'['.repeat(100)}`, '1:66', 'too deeply nested'],
  ])('that is no JSON is told what and where: %s', (text, place, problem) => {
    const [diagnostic, ...others] = read(text).diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic?.code).toBe('project/not-json');
    expect(`${diagnostic?.place.from.line}:${diagnostic?.place.from.column}`).toBe(place);
    expect(diagnostic?.label).toBe(problem);
  });

  test.each(['[]', '"x"', 'null', 'true', '5'])('that is not an object is refused: %s', (text) => {
    expect(read(text).diagnostics.map(({ code }) => code)).toEqual(['project/wrong-type']);
  });

  test.each([
    ['{ "sources": "policies" }', 'project/wrong-type'],
    ['{ "sources": [] }', 'project/wrong-type'],
    ['{ "sources": ["a", 5] }', 'project/wrong-type'],
    ['{ "sources": ["../a/*.privacy"] }', 'project/outside-path'],
    ['{ "sources": ["/etc/*.privacy"] }', 'project/outside-path'],
    ['{ "sources": ["a\\\\b.privacy"] }', 'project/outside-path'],
    ['{ "out": "." }', 'project/outside-path'],
    ['{ "out": "a/../../b" }', 'project/outside-path'],
    ['{ "out": "C:/x" }', 'project/outside-path'],
    ['{ "zone": null }', 'project/wrong-type'],
    ['{ "version": 1 }', 'project/wrong-type'],
    ['{ "importExtension": ".mjs" }', 'project/wrong-type'],
    ['{ "zone": "UTC", "zone": "UTC" }', 'project/repeated-key'],
    ['{ "lints": [] }', 'project/wrong-type'],
    ['{ "lints": { "lint/nothing-like-this": "off" } }', 'project/unknown-lint'],
    ['{ "lints": { "name/unknown": "off" } }', 'project/unknown-lint'],
    ['{ "$schema": 5 }', 'project/wrong-type'],
    ['{ "__proto__": {} }', 'project/unknown-key'],
    ['{ "packs": "law" }', 'project/wrong-type'],
    ['{ "packs": [5] }', 'project/wrong-type'],
    ['{ "packs": { "law": 5 } }', 'project/wrong-type'],
    ['{ "packs": ["../law"] }', 'project/pack-name'],
    ['{ "packs": { "./law": "*" } }', 'project/pack-name'],
    ['{ "packs": ["law", "law"] }', 'project/repeated-key'],
    ['{ "packs": { "law": "1.0.0", "law": "2.0.0" } }', 'project/repeated-key'],
    ['{ "packs": { "law": "newest" } }', 'project/pack-range'],
    ['{ "packs": { "law": "workspace:*" } }', 'project/pack-range'],
    ['{ "pack": true }', 'project/wrong-type'],
    ['{ "pack": { "version": "1.0.0" } }', 'project/unknown-key'],
    ['{ "pack": { "reviewBy": "2027-02-30" } }', 'project/wrong-type'],
    ['{ "pack": { "title": 5 } }', 'project/wrong-type'],
  ])('is refused: %s', (text, code) => {
    expect(read(text).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  test('has a published schema that knows the same settings', () => {
    const path = new URL('../../../packages/compiler/schema/privacy.schema.json', import.meta.url);
    const schema: {
      properties: { pack: { properties: object } };
      definitions: { path: { pattern: string }; packageName: { pattern: string } };
    } = JSON.parse(readFileSync(path, 'utf8'));
    const known = read('{ "no-such": 1 }').diagnostics[0]?.help;
    expect(known).toBe(
      `The settings are ${Object.keys(schema.properties)
        .map((key) => `"${key}"`)
        .join(', ')}.`,
    );
    const pattern = new RegExp(schema.definitions.path.pattern, 'u');
    for (const path of ['policies/**/*.privacy', 'generated', 'a/b.c', '..a', 'a..']) {
      expect([path, pattern.test(path), isTaken(path)]).toEqual([path, true, true]);
    }
    for (const path of ['/a', '~/a', '.', './', '../a', 'a/..', 'a/../b', 'C:/a', 'a\\b', '..']) {
      expect([path, pattern.test(path), isTaken(path)]).toEqual([path, false, false]);
    }
    const packKeys = read('{ "pack": { "no-such": 1 } }').diagnostics[0]?.help;
    expect(packKeys).toBe(
      `The settings are ${Object.keys(schema.properties.pack.properties)
        .map((key) => `"${key}"`)
        .join(', ')}.`,
    );
    const packageName = new RegExp(schema.definitions.packageName.pattern, 'u');
    for (const name of ['law', '@acme/law-uk', '@a/b', 'a.b_c~d', '0']) {
      expect([name, packageName.test(name), isPackName(name)]).toEqual([name, true, true]);
    }
    for (const name of [
      '',
      './law',
      '../law',
      '/law',
      '@acme',
      '@acme/',
      'a/b',
      'Law',
      '@acme/../x',
      '.x',
      'a b',
    ]) {
      expect([name, packageName.test(name), isPackName(name)]).toEqual([name, false, false]);
    }
  });

  test('names packs, with versions where it wants to', () => {
    expect(read('{ "packs": ["@acme/law-uk", "words"] }')).toMatchObject({
      settings: { packs: [{ name: '@acme/law-uk' }, { name: 'words' }] },
      diagnostics: [],
    });
    expect(read('{ "packs": { "@acme/law-uk": "^2.1.0", "words": "*" } }')).toMatchObject({
      settings: {
        packs: [
          { name: '@acme/law-uk', range: '^2.1.0' },
          { name: 'words', range: '*' },
        ],
      },
      diagnostics: [],
    });
  });

  test('makes a project a pack', () => {
    const { settings, diagnostics } = read('{ "pack": { "title": "Law", "reviewBy": "2027-06-30" } }');
    expect(diagnostics).toEqual([]);
    expect(settings.pack).toMatchObject({ title: 'Law', reviewBy: { date: '2027-06-30' } });
  });
});

function read(text: string) {
  return readProjectFile({ path: 'privacy.json', text });
}

function isTaken(out: string): boolean {
  return read(JSON.stringify({ out })).diagnostics.length === 0;
}

function isPackName(name: string): boolean {
  return read(JSON.stringify({ packs: [name] })).diagnostics.length === 0;
}

function show({ place, code, headline }: LocatedDiagnostic): string {
  const text = place.source.text.slice(place.start, place.end);
  return `${place.from.line}:${place.from.column} ${code} ${text} ${headline}`;
}
