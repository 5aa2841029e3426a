import type { CountValue } from '../../../logic/index.ts';
import type { Doc } from '../writing/document.ts';
import { conditionCode } from './formulas.ts';
import type { Loop } from './loops.ts';
import { forEach, freshLocal, ifStatement, isOpenList } from './loops.ts';
import type { Site } from './site.ts';
import { asAsked, helper, inputOf } from './site.ts';

/** The least and the most entries that may meet the condition; of a list that may go on there is no most. */
export function countLoop(value: CountValue): Loop {
  const statements = (site: Site, entry: string, list: string): Doc[] => {
    const count = freshLocal(site, 'count');
    const test = conditionCode(value.condition, site, asAsked);
    const open: Doc[] = isOpenList(value.list, site)
      ? [`if (${inputOf(site, 'reading')} && ${list}.isOpen) return ${helper(site, 'unknownNumber')};`]
      : [];
    if (test.doc === 'true') return [...open, `return ${list}.length;`];
    const loop = forEach(site, entry, list, [ifStatement(test, `${count} += 1;`)]);
    return [...open, `let ${count} = 0;`, loop, `return ${count};`];
  };
  return { expression: value, verb: 'count', returns: 'number', statements };
}
