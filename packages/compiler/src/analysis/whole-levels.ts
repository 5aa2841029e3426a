import type { SameTermFormula, Value } from '../logic/index.ts';

/**
 * Whether both sides are ancestors on one level of one taxonomy: `country of a is country of b`. Then they are the
 * same as soon as the ancestors are, even though places below them may differ.
 */
export function comparesWholeLevels({ left, right }: SameTermFormula): boolean {
  const [one, other] = [withoutNames(left), withoutNames(right)];
  if (one.kind !== 'ancestor' || other.kind !== 'ancestor') return false;
  return one.taxonomy === other.taxonomy && one.depth === other.depth;
}

function withoutNames(value: Value): Value {
  return value.kind === 'derived' ? withoutNames(value.value) : value;
}
