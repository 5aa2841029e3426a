import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messageCodes } from '../../../packages/compiler/src/diagnostics/index.ts';
import { readProjectFile } from '../../../packages/compiler/src/program/index.ts';

const codes = messageCodes.filter((code) => code.startsWith('project/'));

describe('the page of a message about the project file', () => {
  test.each(codes)(
    '%s has a wrong example that yields this message alone, and a right one that yields none',
    (code) => {
      const page = readFileSync(new URL(`../../../docs/diagnostics/${code}.md`, import.meta.url), 'utf8');
      expect(codesOf(example(page, 'wrong'))).toEqual([code]);
      expect(codesOf(example(page, 'right'))).toEqual([]);
    },
  );
});

function example(page: string, kind: 'wrong' | 'right'): string {
  const found = new RegExp(`^\`\`\`json ${kind}\\n([^]*?)^\`\`\``, 'm').exec(page)?.[1];
  if (found === undefined) throw new Error(`The page has no ${kind} example.`);
  return found;
}

function codesOf(text: string): readonly string[] {
  return readProjectFile({ path: 'privacy.json', text }).diagnostics.map(({ code }) => code);
}
