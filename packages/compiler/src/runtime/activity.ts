import { type Candidates, singleChanges } from './changes.ts';
import { type Claims, claimName, clearClaims, closeClaims } from './claims.ts';
import { copyFacts } from './copying.ts';
import type { Decision, Explanation } from './decision.ts';
import { decideCase, type DecidedCase, outcomeOfCase } from './deciding.ts';
import { FactsError } from './errors.ts';
import { freeze } from './freezing.ts';
import { findIssues } from './issues.ts';
import type { DateLike } from './moments.ts';
import { readNow } from './moments.ts';
import { isPermittedCase } from './permitting.ts';
import type { Case, Part } from './policies.ts';
import type { Faults } from './reading.ts';
import { explainCase } from './reasoning/explain.ts';
import type { ValueNode } from './reasoning/nodes.ts';
import type { RecordSchema } from './schema.ts';
import { pathSegments, type StandardSchema } from './standard-schema.ts';
import type { Taxonomy } from './terms.ts';

/** An activity as it is compiled: `Encoded` are its facts in memory. */
export interface ActivityParts<Encoded extends object> {
  readonly name: string;
  readonly parts: readonly Part<Case<Encoded>>[];
  readonly claim?: ActivityClaim<Encoded>;
  readonly schema: RecordSchema;
  /** Keys that are worked out from facts and never supplied. */
  readonly derived: readonly string[];
  readonly create: () => Encoded;
  readonly read: (value: unknown, into: Encoded, faults: Faults) => Encoded;
  readonly candidates: () => readonly Candidates[];
  readonly jsonSchema: object;
}

export interface ActivityClaim<Encoded> {
  readonly terms: Taxonomy;
  readonly add: (facts: Encoded, claims: Claims) => void;
  readonly operands: readonly ValueNode[];
}
