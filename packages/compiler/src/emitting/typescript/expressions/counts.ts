import type { CountValue } from '../../../logic/index.ts';
import type { Doc } from '../writing/document.ts';
import type { Code } from './code.ts';
import { conditionCode } from './formulas.ts';
import { forEach, ifStatement, isOpenList, loopCode } from './loops.ts';
import type { ReadingChoice, Site } from './site.ts';
import { asAsked, helper, inputOf } from './site.ts';

/** The least and the most entries that may meet the condition; of a list that may go on there is no most. */
export function countCode(value: CountValue, site: Site, reading: ReadingChoice): Code {
  const statements = (inner: Site, entry: string, list: Code): Doc[] => {
    const local = inner.module.local('list');
    const total = inner.module.local('count');
    const test = conditionCode(value.condition, inner, asAsked);
    const isOpen = isOpenList(value.list, inner);
    const open: Doc[] = isOpen
      ? [`if (${inputOf(inner, 'reading')} && ${local}.isOpen) return ${helper(inner, 'unknownNumber')};`]
      : [];
    const counted: Doc[] =
      test.doc === 'true'
        ? [`return ${local}.length;`]
        : [
            `let ${total} = 0;`,
            forEach(inner, entry, local, [ifStatement(test, `${total} += 1;`)]),
            `return ${total};`,
          ];
    return [[`const ${local} = `, list.doc, ';'], ...open, ...counted];
  };
  return loopCode(site, { formula: value, verb: 'count', returns: 'number', statements }, reading);
}
