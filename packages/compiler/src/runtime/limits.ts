/** A number beyond which a rule stands: what is more, or less, or just as much is forbidden. */
export interface Limit {
  /** Its position among the numbers of the activity. */
  readonly number: number;
  readonly relation: 'more' | 'at-least' | 'less' | 'at-most' | 'equal';
  readonly than: number;
}

/** Of each number the least and the greatest that nothing forbids: no limits at all. */
export function noLimits(numbers: number): Float64Array {
  const limits = new Float64Array(2 * numbers);
  for (let index = 0; index < limits.length; index += 2) {
    limits[index] = Number.NEGATIVE_INFINITY;
    limits[index + 1] = Number.POSITIVE_INFINITY;
  }
  return limits;
}

/** Draws limits closer; false where they cannot say it: then the rule itself has to be asked. */
export function drawLimit(limits: Float64Array, { number, relation, than }: Limit): boolean {
  const [least, most] = [2 * number, 2 * number + 1];
  switch (relation) {
    case 'more':
      limits[most] = Math.min(limits[most] ?? than, than);
      return true;
    case 'at-least':
      limits[most] = Math.min(limits[most] ?? than, nextBelow(than));
      return true;
    case 'less':
      limits[least] = Math.max(limits[least] ?? than, than);
      return true;
    case 'at-most':
      limits[least] = Math.max(limits[least] ?? than, -nextBelow(-than));
      return true;
    case 'equal':
      return false;
  }
}

/** Whether a number lies within its limits. */
export function isInside(limits: Float64Array, number: number, value: number): boolean {
  return value >= (limits[2 * number] ?? 0) && value <= (limits[2 * number + 1] ?? 0);
}

const bits = new BigInt64Array(1);
const doubles = new Float64Array(bits.buffer);

/** The greatest number below another. */
function nextBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  doubles[0] = value;
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? -1n : 1n);
  return doubles[0];
}
