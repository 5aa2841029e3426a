import type { Formula, LookupValue, Value } from '../../../logic/index.ts';
import { lookupFunction, tableNamed } from '../tables.ts';
import { useExported, zoneConstant } from '../vocabulary.ts';
import { callDoc } from '../writing/document.ts';
import type { Code } from './code.ts';
import { primary } from './code.ts';
import { conditionCode } from './formulas.ts';
import type { Site } from './site.ts';
import { helper, inputOf } from './site.ts';
import { valueCode } from './values.ts';

/** `childConsentAge(today(utc, now), facts.customer.residence)` */
export function lookupCode({ table: name, column, keys, on }: LookupValue, site: Site): Code {
  const { project, module } = site;
  const lookup = useExported(module, lookupFunction(project, name, column));
  const zone = (): string => useExported(module, zoneConstant(project, tableNamed(project, name).zone));
  const date =
    on === undefined
      ? callDoc(helper(site, 'today'), [zone(), inputOf(site, 'now')])
      : valueCode(on, site).doc;
  return primary(callDoc(lookup, [date, ...keys.map((key) => keyCode(key, site).doc)]));
}

/** Of a key that is unknown and may be none no row is certain. */
function keyCode(key: Value, site: Site): Code {
  const code = valueCode(key, site);
  if (!mayBeNoKey(key) || !site.project.openness.value(key, site.parameters)) return code;
  const unknown = key.type.kind === 'term' ? 'unknownTerm' : 'unknownNumber';
  return primary(callDoc(helper(site, 'orNoKey'), [code.doc, helper(site, unknown)]));
}

/** Whether a key that is unknown may turn out to be none: of a parameter nothing is known. */
export function mayBeNoKey({ traits }: Value): boolean {
  return traits.canBeNone || traits.facts.some((fact) => fact.startsWith('$'));
}

/** A condition as yes, no or unknown. */
export function conditionKeyCode(condition: Formula, site: Site): Code {
  const readings = (['certainly', 'possibly'] as const).map(
    (reading) => conditionCode(condition, site, reading).doc,
  );
  return primary(callDoc(helper(site, 'answerOf'), readings));
}
