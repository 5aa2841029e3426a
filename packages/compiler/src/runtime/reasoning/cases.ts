import type { Outcome, Truth } from '../decision.ts';
import type { Case, Part } from '../policies.ts';
import type { RecordSchema } from '../schema.ts';
import type { Taxonomy } from '../terms.ts';
import { unknownTerm } from '../terms.ts';
import { entriesIn } from './fields.ts';
import type { Judgment } from './judgment.ts';
import { and, not, or } from './judgment.ts';
import type { Knowledge } from './knowledge.ts';
import { earliest, never, unknownFor } from './knowledge.ts';
import type { ValueNode } from './nodes.ts';
import type { JudgedPart, JudgedProvision } from './provisions.ts';
import { judgePart, rulesOf } from './provisions.ts';
import type { Run } from './scope.ts';
import { createRun } from './scope.ts';
import { valueKnowledge } from './values.ts';

/** What has to be known of an activity to judge its cases in detail. */
export interface Reviewed<Asked> {
  readonly parts: readonly Part<Asked>[];
  readonly schema: RecordSchema;
  readonly claim: { readonly terms: Taxonomy; readonly operands: readonly ValueNode[] } | undefined;
}

/** The case under one claim, judged in detail. */
export interface ReviewedCase<Asked> {
  readonly claim: number;
  readonly outcome: Outcome;
  readonly parts: readonly ReviewedPart<Asked>[];
}

/** A part with what higher authorities leave of its prohibitions. */
export interface ReviewedPart<Asked> extends JudgedPart<Asked> {
  readonly mandatedBy: readonly JudgedPart<Asked>[];
  readonly setAside: Judgment;
  readonly effectiveForbids: Judgment;
}

/** All cases of what is asked, and whether an `else` stood in for something. */
export interface Review<Asked> {
  readonly cases: readonly ReviewedCase<Asked>[];
  readonly noticedStandIn: boolean;
}

/** Judges everything that is asked, with what leaves it open and until when it holds. */
export function reviewCases<Asked extends Case<object>>(
  activity: Reviewed<Asked>,
  asked: Asked,
  standIns: Run['standIns'],
): Review<Asked> {
  const run = createRun(activity, asked, standIns);
  const claims =
    activity.claim === undefined
      ? [{ claim: unknownTerm, knowledge: undefined }]
      : claimsOf(run, activity.claim.operands);
  const judged = claims.map(({ claim, knowledge }) => {
    asked.claim = claim;
    const scope = { asked, run, zone: run.derivedZone, claim: knowledge, shared: new Map() };
    return { claim, parts: activity.parts.map((part) => judgePart(part, scope)) };
  });
  const everyPart = judged.flatMap(({ parts }) => parts);
  const cases = judged.map(({ claim, parts }) => {
    const reviewed = parts.map((part) => weigh(part, parts, everyPart));
    return { claim, parts: reviewed, outcome: outcomeOf(reviewed) };
  });
  return { cases, noticedStandIn: run.noticedStandIn };
}

/** The distinct terms that claim the case; an unknown one stands for all that are not known. */
export function claimsOf(
  run: Run,
  operands: readonly ValueNode[],
): { claim: number; knowledge: Knowledge }[] {
  const scope = { run, zone: run.derivedZone, claim: undefined, shared: new Map(), names: new Map() };
  const supplied = operands.flatMap((operand) => suppliedBy(valueKnowledge(operand, scope)));
  const claims = new Map<number, Knowledge>();
  for (const knowledge of supplied) {
    const claim = termOf(knowledge);
    if (claim !== unknownTerm && !claims.has(claim)) claims.set(claim, knowledge);
  }
  const unknowns = supplied.filter((knowledge) => termOf(knowledge) === unknownTerm);
  if (unknowns.length > 0) {
    const asks = unknowns.flatMap((knowledge) => (knowledge.kind === 'unknown' ? knowledge.asks : []));
    claims.set(unknownTerm, unknownFor(asks, earliest(unknowns)));
  }
  return [...claims].map(([claim, knowledge]) => ({ claim, knowledge }));
}

function suppliedBy(operand: Knowledge): readonly Knowledge[] {
  if (operand.kind === 'none') return [];
  if (operand.kind === 'unknown' || operand.content.type !== 'list') return [operand];
  const entries = entriesIn(operand.content);
  return operand.content.isPartial ? [...entries, unknownFor(operand.asks, operand.until)] : entries;
}

function termOf(knowledge: Knowledge): number {
  return knowledge.kind === 'known' && knowledge.content.type === 'term'
    ? knowledge.content.term
    : unknownTerm;
}

/** A mandate of a strictly higher authority sets prohibitions aside: under any claim, if they do not bind. */
function weigh<Asked>(
  judged: JudgedPart<Asked>,
  underThisClaim: readonly JudgedPart<Asked>[],
  underAnyClaim: readonly JudgedPart<Asked>[],
): ReviewedPart<Asked> {
  const { policy } = judged.part;
  const reach = policy.isBinding ? underThisClaim : underAnyClaim;
  const mandatedBy = reach.filter(({ part }) => part.policy.rank < policy.rank);
  const setAside = or(mandatedBy.map(({ mandates }) => mandates));
  return { ...judged, mandatedBy, setAside, effectiveForbids: and([judged.forbids, not(setAside)]) };
}

function outcomeOf<Asked>(parts: readonly ReviewedPart<Asked>[]): Outcome {
  const forbids = or(parts.map(({ effectiveForbids }) => effectiveForbids)).truth;
  const permits = or(parts.map((part) => part.permits)).truth;
  return outcomeFrom({ forbids, permits, hasOpenDuty: parts.some((part) => openDuties(part).length > 0) });
}

/** Forbidden if anything forbids; permitted if nothing may forbid, something permits and it is known what is owed. */
function outcomeFrom(found: {
  readonly forbids: Truth;
  readonly permits: Truth;
  readonly hasOpenDuty: boolean;
}): Outcome {
  if (found.forbids === 'true') return 'forbidden';
  if (found.forbids === 'unknown') return 'undetermined';
  if (found.permits === 'false') return 'ungoverned';
  return found.permits === 'true' && !found.hasOpenDuty ? 'permitted' : 'undetermined';
}

/** The `require` rules of which it is not known whether they apply, unless what they ask for is precautionary. */
export function openDuties<Asked>({ applies, rules }: JudgedPart<Asked>): readonly JudgedProvision<Asked>[] {
  return rulesOf(rules, 'require').filter(
    ({ provision, stands }) =>
      and([applies, stands]).truth === 'unknown' &&
      provision.obligations.some(({ of }) => !of.isPrecautionary),
  );
}

/** The first later instant at which anything that was read could change. */
export function lastsUntil<Asked>(cases: readonly ReviewedCase<Asked>[]): number {
  return cases
    .flatMap(({ parts }) => parts.map(partLasts))
    .reduce((first, until) => Math.min(first, until), never);
}

/** Of a policy that does not apply, nothing else counts. */
function partLasts<Asked>({ applies, default: byDefault, rules }: JudgedPart<Asked>): number {
  if (applies.truth === 'false') return applies.until;
  const provisions = byDefault === undefined ? rules : [byDefault, ...rules];
  return Math.min(applies.until, ...provisions.map(provisionLasts));
}

/** Of a rule whose condition does not hold, its exceptions do not count. */
function provisionLasts<Asked>({ condition, exceptions }: JudgedProvision<Asked>): number {
  if (condition.truth === 'false') return condition.until;
  return Math.min(condition.until, ...exceptions.map(provisionLasts));
}
