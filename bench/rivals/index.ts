export { createBitSetRival } from './bit-sets.ts';
export { createCheckedRival } from './checked-objects.ts';
export { createCheckedNamedRival } from './checked-reasons.ts';
export { createEncodedRival } from './encoded-columns.ts';
export { createGeneratedRival } from './function-per-place.ts';
export { createNamedRival } from './named-reasons.ts';
export { createPlainRival } from './plain-objects.ts';
export { createNaiveRival } from './rule-by-rule.ts';
