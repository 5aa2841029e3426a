import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startSession } from './editor-session.ts';
import { generateSource } from './sources.ts';

const lines = Number(process.argv[2]);
const files = Number(process.argv[3] ?? 0);
const server = process.cwd() + '/.build/bench-lsp/dist/server.mjs';
const folder = mkdtempSync('/tmp/pb-');
writeFileSync(join(folder, 'privacy.json'), '{ "sources": ["**/*.privacy"] }');
for (let f = 0; f < files; f++)
  writeFileSync(join(folder, `p${f}.privacy`), generateSource(60, { firstPolicy: f * 10 + 100000 }));
const text = generateSource(lines);
const path = join(folder, 'main.privacy');
writeFileSync(path, text);
const s = await startSession({
  server,
  folder: pathToFileURL(folder).href,
  nodeArguments: process.argv[4] ? process.argv[4].split(' ') : ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'],
});
const uri = pathToFileURL(path).href;
console.log('open', await s.open(uri, text), await s.probe());
const L = text.split('\n');
const line = L.findIndex((x, i) => i >= L.length / 2 - 100 && x.includes('electronic-mail'));
const character = L[line].indexOf('electronic-mail');
const t = [];
const h = [];
for (let i = 0; i < Number(process.argv[5] ?? 200); i++) {
  const m = i % 2 === 1;
  t.push(await s.edit(uri, { line, from: character, to: character + (m ? 1 : 0), text: m ? '' : 'x' }));
  if (process.argv[6])
    h.push(
      await s.ask('textDocument/hover', {
        textDocument: { uri },
        position: { line, character: character + 3 },
      }),
    );
}
t.sort((a, b) => a - b);
h.sort((a, b) => a - b);
console.log(t[t.length >> 1], t[(t.length * 0.95) | 0], h[h.length >> 1], await s.probe());
await s.close();
