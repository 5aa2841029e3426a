import { createRandom, randomEdit, startEditing } from '../test/lsp/random-edits.ts';
import { generateSource } from './sources.ts';

/**
 * Ten thousand random edits of a document, compared now and then with opening the result afresh; run with
 * `--expose-gc` it also tells how much memory is left over.
 */
export async function measureEditorRobustness(): Promise<void> {
  const main = { uri: 'file:///project/main.privacy', text: generateSource(150) };
  const session = startEditing([main], main);
  const random = createRandom(4711);
  const heap = (): number => {
    Reflect.get(globalThis, 'gc')?.();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  await session.state();
  let before = 0;
  for (let count = 1; count <= 10_000; count += 1) {
    session.edit(...randomEdit(session.text(), random));
    await session.state();
    if (count % 500 === 0) {
      const same = JSON.stringify(await session.state()) === JSON.stringify(await session.freshState());
      if (!same)
        throw new Error(`After ${count} edits the state differs from that of opening the text afresh.`);
      session.edit(0, session.text().length, main.text);
    }
    if (count === 1000) before = heap();
  }
  session.edit(0, session.text().length, main.text);
  await session.state();
  const growth = heap() - before;
  process.stdout.write(
    `10,000 random edits: the same state as opening afresh; heap after 1,000 edits ${before.toFixed(1)} MB, ` +
      `then ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB\n`,
  );
}
