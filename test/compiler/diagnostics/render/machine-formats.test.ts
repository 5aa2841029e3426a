import { describe, expect, test } from 'vitest';
import {
  renderGithub,
  renderJson,
  renderJunit,
  renderSarif,
} from '../../../../packages/compiler/src/diagnostics/render/index.ts';
import { sampleDiagnostic } from './samples.ts';

const diagnostic = sampleDiagnostic('policy a {\n  «use»: ‹std›, 100%\n}\n', {
  headline: 'There is no "use", or: 100% of it\r\nis missing',
  because: 'Because <of> "that" & this.',
  label: 'here',
  related: ['there'],
  fixes: [{ title: 'Write "b"', kind: 'automatic', newText: 'b' }],
});
const spanning = sampleDiagnostic('«a\nb»\n', { severity: 'warning', path: 'policies/ü b.privacy' });
const remark = sampleDiagnostic('«a»\n', { severity: 'information', path: 'library:std/crm.privacy' });

describe('JSON', () => {
  test('has the documented form', () => {
    expect(JSON.parse(renderJson([diagnostic]))).toEqual({
      version: 1,
      summary: { errors: 1, warnings: 0, remarks: 0 },
      diagnostics: [
        {
          code: 'name/unknown-module',
          severity: 'error',
          headline: 'There is no "use", or: 100% of it\r\nis missing',
          because: 'Because <of> "that" & this.',
          help: null,
          label: 'here',
          file: 'policies/uk.privacy',
          start: { offset: 13, line: 2, column: 3 },
          end: { offset: 16, line: 2, column: 6 },
          related: [
            {
              file: 'policies/uk.privacy',
              start: { offset: 18, line: 2, column: 8 },
              end: { offset: 21, line: 2, column: 11 },
              text: 'there',
            },
          ],
          fixes: [
            {
              title: 'Write "b"',
              kind: 'automatic',
              edits: [
                {
                  file: 'policies/uk.privacy',
                  start: { offset: 13, line: 2, column: 3 },
                  end: { offset: 16, line: 2, column: 6 },
                  newText: 'b',
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('is a document also where there is nothing to say', () => {
    expect(JSON.parse(renderJson([]))).toEqual({
      version: 1,
      summary: { errors: 0, warnings: 0, remarks: 0 },
      diagnostics: [],
    });
  });
});

describe('GitHub workflow commands', () => {
  test('escape what would end a property or the message', () => {
    expect(renderGithub([diagnostic])).toBe(
      '::error file=policies/uk.privacy,line=2,col=3,endColumn=6,' +
        'title=There is no "use"%2C or%3A 100%25 of it%0D%0Ais missing [name/unknown-module]' +
        '::here%0ABecause <of> "that" & this.\n',
    );
  });

  test('leave out columns of what reaches over several lines, which GitHub refuses', () => {
    expect(renderGithub([spanning])).toMatch(
      /^::warning file=policies\/ü b\.privacy,line=1,endLine=2,title=/,
    );
  });

  test('are notices where the message is only a remark', () => {
    expect(renderGithub([remark])).toMatch(/^::notice file=library%3Astd\/crm\.privacy,/);
  });
});

describe('JUnit XML', () => {
  test('is well-formed whatever the messages hold', () => {
    const hostile = sampleDiagnostic('«x»\n', {
      headline: ']]> & <a b="c"> \u0000 \u001B',
      because: '\t\u0008',
      path: '<&>.privacy',
    });
    const xml = renderJunit([diagnostic, hostile], { files: [] });
    expect(elementsOf(xml)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'failure',
      'testsuite',
      'testcase',
      'failure',
    ]);
    expect(xml).not.toMatch(/[^\n\P{Cc}]/u);
  });

  test('has a suite a file, in which errors fail and a file without messages passes', () => {
    expect(
      renderJunit([diagnostic, spanning], { files: ['policies/uk.privacy', 'policies/clean.privacy'] }),
    ).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="privacy check" tests="3" failures="1">',
        '  <testsuite name="policies/clean.privacy" tests="1" failures="0">',
        '    <testcase name="check" classname="policies/clean.privacy"/>',
        '  </testsuite>',
        '  <testsuite name="policies/uk.privacy" tests="1" failures="1">',
        '    <testcase name="name/unknown-module at line 2, column 3" classname="policies/uk.privacy" file="policies/uk.privacy" line="2">',
        '      <failure message="There is no &quot;use&quot;, or: 100% of it&#10;is missing" type="name/unknown-module">policies/uk.privacy:2:3',
        'Because &lt;of&gt; "that" &amp; this.</failure>',
        '    </testcase>',
        '  </testsuite>',
        '  <testsuite name="policies/ü b.privacy" tests="1" failures="0">',
        '    <testcase name="name/unknown-module at line 1, column 1" classname="policies/ü b.privacy" file="policies/ü b.privacy" line="1">',
        '      <system-out>There is no module "std.crmm"',
        'policies/ü b.privacy:1:1</system-out>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });
});

describe('SARIF', () => {
  const log = JSON.parse(renderSarif([diagnostic, spanning, remark], { version: '1.2.3' }));
  const run = log.runs[0];

  test('has the structure that version 2.1.0 demands', () => {
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
    expect(log.runs).toHaveLength(1);
    expect(run.tool.driver).toMatchObject({ name: 'privacy', semanticVersion: '1.2.3' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
      expect(result.locations).toHaveLength(1);
      expect(['error', 'warning', 'note']).toContain(result.level);
    }
  });

  test('describes each rule once, with an absolute address for help', () => {
    expect(run.tool.driver.rules).toEqual([
      {
        id: 'name/unknown-module',
        shortDescription: { text: expect.any(String) },
        fullDescription: { text: expect.any(String) },
        helpUri: 'urn:privacy-lang:diagnostics:name/unknown-module',
        help: {
          text: 'Run: privacy explain name/unknown-module',
          markdown: 'Run `privacy explain name/unknown-module`.',
        },
        defaultConfiguration: { level: 'error' },
      },
    ]);
    expect(URL.canParse(run.tool.driver.rules[0].helpUri)).toBe(true);
  });

  test('places results, related locations and fixes by line, column and offset', () => {
    const region = { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6, charOffset: 13, charLength: 3 };
    const artifactLocation = { uri: 'policies/uk.privacy', uriBaseId: '%SRCROOT%' };
    expect(run.results[0].locations[0].physicalLocation).toEqual({ artifactLocation, region });
    expect(run.results[0].relatedLocations[0]).toMatchObject({
      id: 1,
      message: { text: 'there' },
      physicalLocation: { artifactLocation, region: { startColumn: 8 } },
    });
    expect(run.results[0].fixes).toEqual([
      {
        description: { text: 'Write "b"' },
        artifactChanges: [
          { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'b' } }] },
        ],
      },
    ]);
  });

  test('writes paths as addresses', () => {
    const uriOf = (index: number): unknown =>
      run.results[index].locations[0].physicalLocation.artifactLocation;
    expect(uriOf(1)).toEqual({ uri: 'policies/%C3%BC%20b.privacy', uriBaseId: '%SRCROOT%' });
    expect(uriOf(2)).toEqual({ uri: 'library:std/crm.privacy' });
    expect(() =>
      renderSarif([sampleDiagnostic('«x»', { path: 'lone\uD800.privacy' })], { version: '1' }),
    ).not.toThrow();
  });
});

/** The names of all elements in order; throws where they do not nest. */
function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(
      /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g,
      (_, close: string, name: string, __, empty: string) => {
        if (close === '/') expect(open.pop()).toBe(name);
        else names.push(name);
        if (close === '' && empty === '') open.push(name);
        return '';
      },
    );
  expect(open).toEqual([]);
  expect(rest).not.toContain('<');
  expect(rest.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&');
  return names;
}
