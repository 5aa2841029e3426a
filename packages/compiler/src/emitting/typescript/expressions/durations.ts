import type { Duration } from '../../../logic/index.ts';
import type { Doc } from '../writing/document.ts';
import { callDoc, textLiteral } from '../writing/document.ts';
import type { Site } from './site.ts';
import { helper } from './site.ts';

/** A length of time as a value of its own. */
export function durationCode({ amount, unit }: Duration, site: Site): Doc {
  return callDoc(helper(site, 'duration'), [String(amount), textLiteral(unit)]);
}
