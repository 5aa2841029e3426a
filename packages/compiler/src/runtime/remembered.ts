import type { Decision } from './decision.ts';
import type { FindingKind, Findings } from './findings.ts';
import type { ObligationUse } from './policies.ts';

/** Decisions that were given before: they are frozen, so that one object can be given again. */
export interface Remembered {
  readonly byHash: Map<number, Entry[]>;
  count: number;
}

interface Entry {
  readonly until: number;
  readonly kinds: readonly FindingKind[];
  readonly claims: readonly number[];
  readonly numbers: readonly number[];
  readonly uses: readonly (ObligationUse | undefined)[];
  readonly decision: Decision;
}

/** Enough for the answers that come again and again. */
const mostRemembered = 4096;

export function createRemembered(): Remembered {
  return { byHash: new Map(), count: 0 };
}

/** The decision that consists of what was found, if it was given before. */
export function recall<Asked>(
  { byHash }: Remembered,
  findings: Findings<Asked>,
  until: number,
): Decision | undefined {
  const entries = byHash.get(findings.hash);
  if (entries === undefined) return undefined;
  for (const entry of entries) {
    if (entry.until === until && isSame(entry, findings)) return entry.decision;
  }
  return undefined;
}

function isSame<Asked>(entry: Entry, { length, kinds, claims, numbers, uses }: Findings<Asked>): boolean {
  if (entry.kinds.length !== length) return false;
  for (let index = 0; index < length; index += 1) {
    const isEqual =
      entry.numbers[index] === numbers[index] &&
      entry.kinds[index] === kinds[index] &&
      entry.claims[index] === claims[index] &&
      entry.uses[index] === uses[index];
    if (!isEqual) return false;
  }
  return true;
}

export function remember<Asked>(
  remembered: Remembered,
  findings: Findings<Asked>,
  until: number,
  decision: Decision,
): void {
  if (remembered.count >= mostRemembered) {
    remembered.byHash.clear();
    remembered.count = 0;
  }
  const { length, hash } = findings;
  const entries = remembered.byHash.get(hash) ?? [];
  remembered.byHash.set(hash, entries);
  remembered.count += 1;
  entries.push({
    until,
    kinds: findings.kinds.slice(0, length),
    claims: findings.claims.slice(0, length),
    numbers: findings.numbers.slice(0, length),
    uses: findings.uses.slice(0, length),
    decision,
  });
}
