import type { Decision, Reason } from '../runtime/index.ts';

/** Why a decision is what it is, as the rest of a sentence. */
export function becauseOf(decision: Decision): string {
  switch (decision.outcome) {
    case 'forbidden':
      return `${rulesNamed(decision.reasons)} ${decision.reasons.length === 1 ? 'forbids' : 'forbid'} it`;
    case 'permitted':
      return becausePermitted(decision.reasons);
    case 'undetermined':
      return decision.missing.length === 0
        ? 'what it depends on cannot be told apart'
        : `it depends on what is not known: ${listed(decision.missing)}`;
    case 'ungoverned': {
      const claims = decision.claims
        .filter(({ outcome }) => outcome === 'ungoverned')
        .map(({ claim }) => claim);
      return claims.length === 0
        ? 'no policy that applies says what is allowed'
        : `no policy says what is allowed under the claim of ${listed(claims)}`;
    }
  }
}

/** `a`, `a and b`, `a, b and c`; `none` for nothing. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return 'none';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function becausePermitted(reasons: readonly Reason[]): string {
  const allowing = reasons.filter(({ effect }) => effect !== 'except');
  const freeing = reasons.filter(({ effect }) => effect === 'except');
  const allowed = `${rulesNamed(allowing)} ${allowing.length === 1 ? 'allows' : 'allow'} it`;
  if (freeing.length === 0) return allowed;
  return `${allowed} and ${rulesNamed(freeing)} ${freeing.length === 1 ? 'sets' : 'set'} a prohibition aside`;
}

function rulesNamed(reasons: readonly Reason[]): string {
  return listed(reasons.map(({ rule, title }) => `${rule} ("${title}")`));
}
