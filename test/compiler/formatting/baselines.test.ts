import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatSourceFile } from '../../../packages/compiler/src/formatting/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { repositoryPath } from '../../support/check.ts';

const folder = repositoryPath('test/baselines/formatting/');
const cases = readdirSync(folder).filter((name) => name.endsWith('.privacy'));

function format(text: string): string {
  return formatSourceFile(parseSourceFile({ path: 'case.privacy', text }));
}

describe('the layout of the baselines', () => {
  it.each(cases)('%s', async (name) => {
    const formatted = format(readFileSync(folder + name, 'utf8'));
    expect(format(formatted)).toBe(formatted);
    await expect(formatted).toMatchFileSnapshot(`${folder}${name.replace('.privacy', '.formatted')}`);
  });
});
