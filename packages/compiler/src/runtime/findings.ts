import type { ObligationUse, Provision } from './policies.ts';

/** Is told of everything that is owed. */
export interface DutySink<Asked> {
  owe(provision: Provision<Asked>, use: ObligationUse): void;
}

/** Is told of everything that an answer names, claim by claim. */
export interface FindingSink<Asked> extends DutySink<Asked> {
  reason(provision: Provision<Asked>): void;
  remark(provision: Provision<Asked>): void;
}

export type FindingKind = typeof outcomeFound | typeof reasonFound | typeof remarkFound | typeof dutyFound;

export const outcomeFound = 0;
export const reasonFound = 1;
export const remarkFound = 2;
export const dutyFound = 3;

/**
 * What a decision consists of, in the order in which it was found: it is the same decision wherever the same was found.
 * The lists are used again and again; what stands behind `length` is left over from earlier decisions.
 */
export interface Findings<Asked> extends FindingSink<Asked> {
  length: number;
  /** Tells most decisions apart. */
  hash: number;
  /** The claim that is being decided. */
  claim: number;
  readonly kinds: FindingKind[];
  readonly claims: number[];
  /** The provision by its number; of outcomes, their own. */
  readonly numbers: number[];
  readonly provisions: (Provision<Asked> | undefined)[];
  readonly uses: (ObligationUse | undefined)[];
  /** Adds the outcome under the claim. */
  outcome(number: number): void;
  /** Forgets all that was found. */
  clear(): void;
}

export function createFindings<Asked>(): Findings<Asked> {
  const findings: Findings<Asked> = {
    length: 0,
    hash: 0,
    claim: 0,
    kinds: [],
    claims: [],
    numbers: [],
    provisions: [],
    uses: [],
    outcome: (number) => add(findings, outcomeFound, number, undefined, undefined),
    reason: (provision) => add(findings, reasonFound, provision.number, provision, undefined),
    remark: (provision) => add(findings, remarkFound, provision.number, provision, undefined),
    owe: (provision, use) => add(findings, dutyFound, provision.number, provision, use),
    clear() {
      findings.length = 0;
      findings.hash = 0;
    },
  };
  return findings;
}

function add<Asked>(
  findings: Findings<Asked>,
  kind: FindingKind,
  number: number,
  provision: Provision<Asked> | undefined,
  use: ObligationUse | undefined,
): void {
  const { length, claim } = findings;
  findings.kinds[length] = kind;
  findings.claims[length] = claim;
  findings.numbers[length] = number;
  findings.provisions[length] = provision;
  findings.uses[length] = use;
  findings.length = length + 1;
  findings.hash = (Math.imul(findings.hash, 31) + (number << 2) + kind + Math.imul(claim, 8191)) | 0;
}
