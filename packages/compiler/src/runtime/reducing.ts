import type { Part, Provision } from './policies.ts';
import type { Condition } from './readings.ts';

/** A part with those of its rules that can apply; nothing else of it counts. */
export function reducedPart<Asked>(
  part: Part<Asked>,
  rules: readonly Provision<Asked>[],
  isSettled: boolean,
): Part<Asked> {
  if (rules.length === part.rules.length && isSettled === part.isSettled) return part;
  if (rules.length === part.rules.length) return { ...part, isSettled };
  const { default: byDefault } = part;
  const permits = standing(rules, ({ effect }) => effect === 'permit' || effect === 'mandate');
  const mandates = standing(rules, ({ effect }) => effect === 'mandate');
  const forbids = standing(rules, ({ effect }) => effect === 'forbid');
  const provisions = byDefault === undefined ? rules : [byDefault, ...rules];
  return {
    ...part,
    isSettled,
    rules,
    forbids: byDefault?.effect === 'forbid' ? forbidding(byDefault, forbids, permits) : forbids,
    permits: part.permits === undefined ? undefined : permitting(byDefault, permits),
    mandates: part.mandates === undefined ? undefined : mandates,
    owes: provisions.some(({ owes }) => owes),
    advises: rules.some(({ effect }) => effect === 'advise'),
    hasNamedExceptions: provisions.some(({ hasNamedExceptions }) => hasNamedExceptions),
  };
}

/** Whether any of some rules stands; undefined where there are none. */
function standing<Asked>(
  rules: readonly Provision<Asked>[],
  isWanted: (rule: Provision<Asked>) => boolean,
): Condition<Asked> | undefined {
  const wanted = rules.filter(isWanted).map(({ stands }) => stands);
  if (wanted.length < 2) return wanted[0];
  return (asked, reading) => {
    for (const stands of wanted) if (stands(asked, reading)) return true;
    return false;
  };
}

/** A default that forbids does so where nothing permits. */
function forbidding<Asked>(
  byDefault: Provision<Asked>,
  forbids: Condition<Asked> | undefined,
  permits: Condition<Asked> | undefined,
): Condition<Asked> {
  const { stands } = byDefault;
  return (asked, reading) =>
    forbids?.(asked, reading) === true || (stands(asked, reading) && permits?.(asked, !reading) !== true);
}

function permitting<Asked>(
  byDefault: Provision<Asked> | undefined,
  permits: Condition<Asked> | undefined,
): Condition<Asked> | undefined {
  if (byDefault?.effect !== 'permit') return permits;
  const { stands } = byDefault;
  if (permits === undefined) return stands;
  return (asked, reading) => stands(asked, reading) || permits(asked, reading);
}
