import type {
  AncestorValue,
  ConditionValue,
  DerivedValue,
  ElseValue,
  FactValue,
  FieldValue,
  Value,
} from '../logic/index.ts';
import { assertNever, invariant } from '../support/index.ts';
import { evaluateCount } from './counting.ts';
import { callValue } from './defines.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Knowledge } from './knowledge.ts';
import { askFor, known, noneUntil, unknownFor } from './knowledge.ts';
import { moving } from './movements.ts';
import {
  evaluateAge,
  evaluateArithmetic,
  evaluateClock,
  evaluateEdge,
  evaluateExtreme,
  evaluateLocalDate,
  evaluateOffset,
} from './quantities.ts';
import { constantKnowledge } from './reading-constants.ts';
import type { Scope } from './run.ts';
import { derivedZone, inZone } from './run.ts';
import { evaluateLookup } from './tables.ts';
import { ancestorAt, taxonomyNamed } from './terms.ts';

/** What is known about a value. "Reading through an unknown is unknown, through none is none." */
export function evaluateValue(value: Value, scope: Scope): Knowledge {
  switch (value.kind) {
    case 'constant':
      return constantKnowledge(value.constant, scope.run.program);
    case 'fact':
      return evaluateFact(value, scope);
    case 'field':
      return evaluateField(value, scope);
    case 'variable':
      return named(scope, value.variable);
    case 'parameter':
      return named(scope, `$${value.name}`);
    case 'claim':
      invariant(scope.claim !== undefined, `${value.name} is decided claim by claim`);
      return scope.claim;
    case 'derived':
      return evaluateDerived(value, scope);
    case 'ancestor':
      return evaluateAncestor(value, scope);
    case 'else':
      return evaluateElse(value, scope);
    case 'call-value':
      return callValue(value, scope);
    case 'count':
      return evaluateCount(value, scope);
    case 'lookup':
      return evaluateLookup(value, scope);
    case 'condition':
      return evaluateCondition(value, scope);
    default:
      return evaluateQuantity(value, scope);
  }
}

type QuantityValue = Extract<
  Value,
  { kind: 'now' | 'clock' | 'local-date' | 'age' | 'offset' | 'edge' | 'extreme' | 'arithmetic' }
>;

function evaluateQuantity(value: QuantityValue, scope: Scope): Knowledge {
  switch (value.kind) {
    case 'now':
      scope.run.noticed.time = true;
      return moving({ kind: 'by-instant', at: (instant) => instant }, scope.run.now);
    case 'clock':
      return evaluateClock(value, scope);
    case 'local-date':
      return evaluateLocalDate(value, scope);
    case 'age':
      return evaluateAge(value, scope);
    case 'offset':
      return evaluateOffset(value, scope);
    case 'edge':
      return evaluateEdge(value, scope);
    case 'extreme':
      return evaluateExtreme(value, scope);
    case 'arithmetic':
      return evaluateArithmetic(value, scope);
    default:
      return assertNever(value);
  }
}

function evaluateFact({ field }: FactValue, scope: Scope): Knowledge {
  const knowledge = scope.run.facts.fields.get(field.key);
  invariant(knowledge !== undefined, `the facts have ${field.key}`);
  return knowledge;
}

function evaluateField({ of, field }: FieldValue, scope: Scope): Knowledge {
  const record = evaluateValue(of, scope);
  if (record.kind === 'none') return noneUntil(record.until);
  if (record.kind === 'unknown') {
    const asks = record.asks.map((ask) => askFor(`${ask.path}.${field.key}`, field));
    return unknownFor(asks, record.until);
  }
  invariant(record.content.type === 'record', `${field.key} is read off a record`);
  const knowledge = record.content.fields.get(field.key);
  invariant(knowledge !== undefined, `the record has ${field.key}`);
  return knowledge;
}

function named(scope: Scope, name: string): Knowledge {
  const knowledge = scope.names.get(name);
  invariant(knowledge !== undefined, `${name} is in scope`);
  return knowledge;
}

/** A derived fact reads the activity, in no policy's zone, and is worked out once for each claim. */
function evaluateDerived(value: DerivedValue, scope: Scope): Knowledge {
  const done = scope.derived.get(value.name);
  if (done !== undefined) return done;
  const knowledge = evaluateValue(value.value, { ...inZone(scope, derivedZone), names: new Map() });
  scope.derived.set(value.name, knowledge);
  return knowledge;
}

/** "`country of x` is the ancestor on that level, known for every x at or below it"; else it is unknown. */
function evaluateAncestor(value: AncestorValue, scope: Scope): Knowledge {
  const of = evaluateValue(value.of, scope);
  if (of.kind !== 'known') return of;
  invariant(of.content.type === 'term', 'ancestors are those of terms');
  const taxonomy = taxonomyNamed(scope.run.program, value.taxonomy);
  const ancestor = ancestorAt(taxonomy, of.content.term, value.depth);
  if (ancestor === undefined) return unknownFor(of.origin === undefined ? of.asks : [of.origin], of.until);
  return { ...of, content: { type: 'term', term: ancestor } };
}

/** A condition as a value: yes, no, or unknown. */
function evaluateCondition({ condition }: ConditionValue, scope: Scope): Knowledge {
  const { truth, asks, until } = evaluateFormula(condition, scope);
  if (truth === 'unknown') return unknownFor(asks, until);
  return known({ type: 'boolean', value: truth === 'true' }, { until });
}

/** "`x else LITERAL` replaces only what is absent." */
function evaluateElse(value: ElseValue, scope: Scope): Knowledge {
  const of = evaluateValue(value.of, scope);
  if (of.kind !== 'unknown') return of;
  scope.run.noticed.standIn = true;
  if (scope.run.standIns === 'used') return evaluateValue(value.fallback, scope);
  return { ...of, asks: of.asks.map((ask) => ({ ...ask, standIn: value.fallback })) };
}
