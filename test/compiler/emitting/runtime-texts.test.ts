import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runtimeTexts } from '../../../packages/compiler/src/emitting/typescript/runtime-texts.ts';
import { repositoryPath } from '../../support/check.ts';

it('the run time that is emitted is the one that is tested; `npm run generate` embeds it anew', () => {
  const folder = repositoryPath('packages/compiler/src/runtime');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const present = names.filter((name) => name.endsWith('.ts')).sort();
  expect(runtimeTexts.map(([path]) => path)).toEqual(present);
  for (const [path, text] of runtimeTexts) expect(text, path).toBe(readFileSync(`${folder}/${path}`, 'utf8'));
});
