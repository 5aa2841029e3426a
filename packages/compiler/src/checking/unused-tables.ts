import { isNamelessScope } from '../binding/index.ts';
import type { CheckContext } from './context.ts';
import { report } from './context.ts';

/** Reports tables that nothing looks up; those of modules are there for others. */
export function checkTablesUsed(context: CheckContext): void {
  const { queries } = context;
  const own = queries.get('names', 'table').flatMap((name) => {
    const [declared] = queries.get('declared', `table:${name}`);
    const isOwn = declared !== undefined && isNamelessScope(declared.file.module);
    return isOwn && queries.get('table', name) !== undefined ? [{ name, declared }] : [];
  });
  if (own.length === 0) return;
  const texts = readingTexts(context);
  for (const { name, declared } of own) {
    const { tree } = declared.unit;
    const spelled = name.replace(/[^\w-]/g, '\\$&');
    // The words, and not what they mean: a look-up that is wrong itself has its own message.
    const lookUp = new RegExp(`(?<![\\w.-])${spelled}\`?(?:\\.[\\w-]+)*\\s+of\\b`);
    if (tree.kind !== 'table' || texts.some((text) => lookUp.test(text))) continue;
    report(context, declared.unit, 'lint/unused-table', tree.name, { name });
  }
}

/** The declarations that can look something up. */
function readingTexts({ queries }: CheckContext): readonly string[] {
  return (['policy', 'define', 'activity', 'record'] as const).flatMap((kind) =>
    queries.get('names', kind).flatMap((name) => {
      const key = `${kind}:${name}`;
      const declared = [...queries.get('declared', key), ...queries.get('extensions', key)];
      return declared.map(({ unit }) => unit.text);
    }),
  );
}
