import type { Activity, DecideOptions, ExplainOptions, PermitsOptions, ValidFacts } from './activity.ts';
import { decideRows, permitRows } from './batch.ts';
import type { Candidates } from './changes.ts';
import { singleChanges } from './changes.ts';
import type { Claims } from './claims.ts';
import { clearClaims, closeClaims } from './claims.ts';
import type { ColumnAsker, FactColumns } from './columns.ts';
import { encodeColumns, permitColumns } from './columns.ts';
import { copyFacts } from './copying.ts';
import type { Decidable } from './deciding.ts';
import { decideCases } from './deciding.ts';
import type { Decision, Explanation, Outcome } from './decision.ts';
import { FactsError } from './errors.ts';
import type { Findings } from './findings.ts';
import { createFindings } from './findings.ts';
import { freeze, freezeAll } from './freezing.ts';
import type { JsonSchema } from './json-schema.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { readNow } from './moments.ts';
import type { Cases } from './outcomes.ts';
import { createCases, weighCases } from './outcomes.ts';
import type { PermitScratch } from './permitting.ts';
import { createPermitScratch, isPermittedCase } from './permitting.ts';
import type { Case, PartEntry } from './policies.ts';
import { completeParts } from './policies.ts';
import type { DispatchEntry } from './reaching.ts';
import { createReaching } from './reaching.ts';
import type { Faults } from './reading.ts';
import { explainCases } from './reasoning/explain.ts';
import type { ValueNode } from './reasoning/nodes.ts';
import type { Remembered } from './remembered.ts';
import { createRemembered } from './remembered.ts';
import type { SubjectEntry } from './subjects.ts';
import { encodedIn, instantIn, issuesOf, readSubject, schemaOf } from './subjects.ts';
import type { Taxonomy } from './terms.ts';
import { unknownTerm } from './terms.ts';

/** An activity as it is compiled; `Encoded` are its facts in memory. */
export interface ActivityEntry<Encoded extends object> extends SubjectEntry<Encoded> {
  readonly name: string;
  readonly parts: readonly PartEntry<Case<Encoded>>[];
  readonly claim?: {
    readonly terms: Taxonomy;
    readonly add: (facts: Encoded, claims: Claims) => void;
    readonly operands: readonly ValueNode[];
  };
  /** How what can apply is found. */
  readonly dispatch: DispatchEntry<Encoded>;
  readonly candidates: () => readonly Candidates[];
}

/** Makes an activity out of its compiled parts. */
export function activity<Name extends string, Facts, Encoded extends object>(
  entry: ActivityEntry<Encoded> & { readonly name: Name },
): Activity<Name, Facts> {
  const compiled = compile(entry);
  const key = Symbol('encoded facts');
  const decide = (facts: unknown, options: DecideOptions): Decision =>
    withScratch(compiled, (scratch) => {
      ask(compiled, scratch, facts, options);
      return decideCases(compiled, scratch.asked, scratch.cases, scratch.findings);
    });
  const permits = (facts: unknown, options: PermitsOptions): boolean =>
    permitsFacts(compiled, facts, options);
  const trusted = {
    decide(facts: object, options: DecideOptions): Decision {
      const encoded = encodedIn<Encoded>(facts, key);
      return encoded === undefined ? decide(facts, options) : decideEncoded(compiled, encoded, options);
    },
    permits(facts: object, options: PermitsOptions): boolean {
      const encoded = encodedIn<Encoded>(facts, key);
      return encoded === undefined ? permits(facts, options) : permitsEncoded(compiled, encoded, options);
    },
  };
  let jsonSchema: JsonSchema | undefined;
  return freeze({
    decide,
    permits,
    decideMany: (facts: readonly unknown[], options: DecideOptions) => decideRows(decide, facts, options),
    permitsMany: (facts: readonly unknown[], options: PermitsOptions) => permitRows(permits, facts, options),
    columns: columnsOf<Name, Facts, Encoded>(compiled),
    explain: (facts: unknown, options: ExplainOptions) => explainFacts(compiled, facts, options),
    schema: schemaOf<ValidFacts<Name, Facts>, Facts, Encoded>(entry, key),
    get jsonSchema() {
      jsonSchema ??= freezeAll(jsonSchemaOf(entry.schema));
      return jsonSchema;
    },
    trusted: freeze({
      ...trusted,
      decideMany: (facts: readonly object[], options: DecideOptions) =>
        decideRows(trusted.decide, facts, options),
      permitsMany: (facts: readonly object[], options: PermitsOptions) =>
        permitRows(trusted.permits, facts, options),
    }),
  });
}

function columnsOf<Name extends string, Facts, Encoded extends object>(
  compiled: Compiled<Encoded>,
): Activity<Name, Facts>['columns'] {
  const asker: ColumnAsker<Encoded> = {
    reaching: compiled.reaching,
    encode(facts) {
      const scratch = { ...createScratch(compiled), facts: compiled.entry.create() };
      if (!readInto(compiled, scratch, facts)) return undefined;
      const claims = claimsIn(compiled, scratch);
      return { facts: scratch.facts, claims: claims?.terms.slice(0, claims.length) ?? [unknownTerm] };
    },
    permits: (encoded, options) => permitsEncoded(compiled, encoded, options),
  };
  return freeze({
    encode: (facts: readonly Facts[]) => encodeColumns<Name, Encoded>(asker, facts),
    permits: (columns: FactColumns<Name>, options: PermitsOptions) => permitColumns(asker, columns, options),
  });
}

interface Compiled<Encoded extends object> extends Decidable<Encoded> {
  readonly entry: ActivityEntry<Encoded>;
  /** What calls fill again and again; taken away while one is under way, so that calls within calls have their own. */
  idle: Scratch<Encoded> | undefined;
}

interface Scratch<Encoded> {
  readonly facts: Encoded;
  readonly asked: Case<Encoded>;
  readonly claims: Claims;
  readonly faults: Faults;
  readonly cases: Cases<Encoded>;
  readonly findings: Findings<Case<Encoded>>;
  readonly permitting: PermitScratch<Encoded>;
}

function compile<Encoded extends object>(entry: ActivityEntry<Encoded>): Compiled<Encoded> {
  const { name, schema, claim } = entry;
  const parts = completeParts(entry.parts);
  const isReviewed = parts.some((part) => part.isReviewed);
  const reaching = createReaching(parts, entry.dispatch);
  const remembered: Remembered = createRemembered();
  return { name, entry, parts, schema, claim, reaching, isReviewed, remembered, idle: undefined };
}

function createScratch<Encoded extends object>({ entry }: Compiled<Encoded>): Scratch<Encoded> {
  const facts = entry.create();
  return {
    facts,
    asked: { facts, now: 0, claim: unknownTerm },
    claims: { terms: [], length: 0, hasUnknown: false },
    faults: { found: false, depth: 0, records: 0 },
    cases: createCases(),
    findings: createFindings(),
    permitting: createPermitScratch(),
  };
}

function withScratch<Encoded extends object, Result>(
  compiled: Compiled<Encoded>,
  use: (scratch: Scratch<Encoded>) => Result,
): Result {
  const scratch = compiled.idle ?? createScratch(compiled);
  compiled.idle = undefined;
  try {
    return use(scratch);
  } finally {
    compiled.idle = scratch;
  }
}

/** Reads what is asked and weighs its cases, or throws what is wrong with it. */
function ask<Encoded extends object>(
  compiled: Compiled<Encoded>,
  scratch: Scratch<Encoded>,
  facts: unknown,
  options: DecideOptions,
): void {
  const now = instantIn(options);
  if (!readInto(compiled, scratch, facts)) throw new FactsError(issuesOf(compiled.entry, facts));
  scratch.asked.now = now;
  weigh(compiled, scratch);
}

/** Decides the outcomes of the facts that are asked about. */
function weigh<Encoded extends object>(compiled: Compiled<Encoded>, scratch: Scratch<Encoded>): void {
  const { asked, cases } = scratch;
  weighCases(cases, compiled.reaching, asked, claimsIn(compiled, scratch));
}

/** Fills the scratch with facts; false where they are not as they have to be. */
function readInto<Encoded extends object>(
  { entry }: Compiled<Encoded>,
  { asked, facts: into, faults }: Scratch<Encoded>,
  facts: unknown,
): boolean {
  asked.facts = into;
  return readSubject(entry, facts, into, faults);
}

function claimsIn<Encoded extends object>(
  { entry: { claim } }: Compiled<Encoded>,
  { claims, asked }: Scratch<Encoded>,
): Claims | undefined {
  if (claim === undefined) return undefined;
  clearClaims(claims);
  claim.add(asked.facts, claims);
  closeClaims(claims);
  return claims;
}

function permitsFacts<Encoded extends object>(
  compiled: Compiled<Encoded>,
  facts: unknown,
  options: PermitsOptions,
): boolean {
  const scratch = compiled.idle ?? createScratch(compiled);
  compiled.idle = undefined;
  try {
    return readInto(compiled, scratch, facts) && permitsRead(compiled, scratch, options);
  } catch {
    return false;
  } finally {
    compiled.idle = scratch;
  }
}

function permitsEncoded<Encoded extends object>(
  compiled: Compiled<Encoded>,
  encoded: Encoded,
  options: PermitsOptions,
): boolean {
  const scratch = compiled.idle ?? createScratch(compiled);
  compiled.idle = undefined;
  scratch.asked.facts = encoded;
  try {
    return permitsRead(compiled, scratch, options);
  } catch {
    return false;
  } finally {
    compiled.idle = scratch;
  }
}

const noObligations: readonly string[] = Object.freeze([]);

function permitsRead<Encoded extends object>(
  compiled: Compiled<Encoded>,
  scratch: Scratch<Encoded>,
  { now, fulfils = noObligations }: PermitsOptions,
): boolean {
  const instant = readNow(now);
  if (instant === undefined) return false;
  scratch.asked.now = instant;
  // A text would be searched for parts of words, and a doubt would permit.
  scratch.permitting.fulfils = Array.isArray(fulfils) ? fulfils : noObligations;
  return isPermittedCase(compiled.reaching, scratch.asked, claimsIn(compiled, scratch), scratch.permitting);
}

function decideEncoded<Encoded extends object>(
  compiled: Compiled<Encoded>,
  encoded: Encoded,
  options: DecideOptions,
): Decision {
  const now = instantIn(options);
  return withScratch(compiled, (scratch) => {
    scratch.asked.facts = encoded;
    scratch.asked.now = now;
    weigh(compiled, scratch);
    return decideCases(compiled, scratch.asked, scratch.cases, scratch.findings);
  });
}

/** Facts are copied first: single changes are tried on what was decided, whatever becomes of the original. */
function explainFacts<Encoded extends object>(
  compiled: Compiled<Encoded>,
  facts: unknown,
  options: ExplainOptions,
): Explanation {
  instantIn(options);
  const plain = plainFacts(compiled, facts);
  return withScratch(compiled, (scratch) => {
    ask(compiled, scratch, plain, options);
    const { asked, cases, findings } = scratch;
    const decision = decideCases(compiled, asked, cases, findings);
    const trace = explainCases(compiled, asked, cases);
    const { outcome } = decision;
    const changes = options.changes === true ? changesOf(compiled, scratch, plain, outcome) : freeze([]);
    return freeze({ decision, claims: trace, changes });
  });
}

function plainFacts<Encoded extends object>(compiled: Compiled<Encoded>, facts: unknown): unknown {
  if (withScratch(compiled, (scratch) => readInto(compiled, scratch, facts)))
    return copyFacts(facts, compiled.schema);
  throw new FactsError(issuesOf(compiled.entry, facts));
}

function changesOf<Encoded extends object>(
  compiled: Compiled<Encoded>,
  scratch: Scratch<Encoded>,
  facts: unknown,
  outcome: Outcome,
): Explanation['changes'] {
  const candidates = compiled.entry.candidates();
  return singleChanges(facts, candidates, outcome, (changed) => {
    if (!readInto(compiled, scratch, changed)) return undefined;
    weigh(compiled, scratch);
    return scratch.cases.outcome;
  });
}
