import { conditionText } from './conditions.ts';
import type { GeneratedTable, GeneratedTableKey, GeneratedType } from './model.ts';
import type { Random } from './random.ts';
import type { WritingScope } from './scope.ts';
import { sameType } from './scope.ts';
import { zoneText } from './values.ts';

/** `(table-1 of place)`, `(table-2.first of (place, weekday in "UTC"))`; undefined where no table fits. */
export function lookupText(
  random: Random,
  scope: WritingScope,
  type: GeneratedType,
  depth: number,
): string | undefined {
  const fitting = scope.model.tables.filter((table) => sameType(table.type, type) && canAsk(scope, table));
  if (fitting.length === 0) return undefined;
  const table = random.pick(fitting);
  const keys = table.keys.map((key) => keyText(random, scope, key, depth));
  if (keys.includes(undefined)) return undefined;
  const column = table.columns.length === 1 ? '' : `.${random.pick(table.columns)}`;
  const given = keys.length === 1 ? keys[0] : `(${keys.join(', ')})`;
  return `(${table.name}${column} of ${given})`;
}

/** One that is not counted by a fact reads the clock. */
function canAsk(scope: WritingScope, { isCounted }: GeneratedTable): boolean {
  return isCounted ? scope.hasCountedOn : scope.readsClock;
}

function keyText(
  random: Random,
  scope: WritingScope,
  key: GeneratedTableKey,
  depth: number,
): string | undefined {
  const facts = scope.readables.filter(({ type }) =>
    sameType(type, key.kind === 'term' ? { ...key, within: true } : key),
  );
  const fact = facts.length === 0 ? undefined : random.pick(facts).text;
  switch (key.kind) {
    case 'term': {
      const levels = scope.model.taxonomies.get(key.taxonomy)?.levels ?? [];
      const isLevel = fact !== undefined && levels.length > 0 && random.chance(0.2);
      return isLevel ? `(${random.pick(levels)} of ${fact})` : fact;
    }
    case 'weekday':
      return scope.readsClock && (fact === undefined || random.chance(0.5))
        ? `weekday in ${zoneText(random, scope)}`
        : fact;
    case 'boolean':
      return random.chance(0.5) || fact === undefined
        ? `(${conditionText(random, scope, Math.min(depth, 1) - 1)})`
        : fact;
  }
}
