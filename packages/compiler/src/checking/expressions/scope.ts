import type { DiagnosticDetails, MessageCode, MessageValues } from '../../diagnostics/index.ts';
import type { Field, Formula, Place, Subject, Type, Value } from '../../logic/index.ts';
import type { Expression } from '../../syntax/index.ts';
import type { Span } from '../../text/index.ts';
import type { CheckContext, Site } from '../context.ts';
import { report, sourceText } from '../context.ts';
import type { ProgramSymbol } from '../queries.ts';

/** A name that stands for a value where an expression is read. */
export interface Binding {
  readonly type: Type;
  /** The read of it at a place. */
  read(place: Place): Value;
  /** What the name refers to, for editors. */
  readonly symbol?: ProgramSymbol;
  /** Present where the name stands for a condition; then it cannot be read as a value. */
  readonly condition?: Formula;
}

/** What names mean, and where messages go, while expressions of one declaration are read. */
export interface Scope {
  readonly context: CheckContext;
  readonly site: Site;
  /** Variables of quantifiers and parameters, innermost last. */
  readonly locals: ReadonlyMap<string, Binding>;
  readonly facts: ReadonlyMap<string, Binding>;
  /** What the facts belong to, in words: `the activity "contact"`. */
  readonly owner: string;
  /** The record or activity whose facts a test states. */
  readonly subject?: string;
  /** Why the time cannot be read here; absent where it can. */
  readonly timeless?: 'claim' | 'derived';
  /** How many quantifiers stand around. */
  readonly depth: number;
  /** Gives variables names that are unique in the declaration. */
  readonly counter: { next: number };
}

/** The deepest nesting of quantifiers. */
export const quantifierLimit = 2;

export function placeOf(scope: Scope, span: Span): Place {
  return { unit: scope.site.unit, start: span.start, end: span.end };
}

/** Reports a mistake at a span of the declaration that is being read. */
export function complain<Code extends MessageCode>(
  scope: Scope,
  code: Code,
  span: Span,
  values: MessageValues<Code>,
  details?: DiagnosticDetails,
): void {
  report(scope.context, scope.site.unit, code, span, values, details);
}

/** The words of an expression as the author wrote them. */
export function wordsOf(scope: Scope, expression: Expression): string {
  return sourceText(scope.site.unit, expression);
}

/** The same, cut where it is too long to be quoted in a headline. */
export function fewWordsOf(scope: Scope, expression: Expression): string {
  const words = wordsOf(scope, expression);
  return words.length <= 40 ? words : `${words.slice(0, 39).trimEnd()}…`;
}

/** A scope in which one more name stands for a value. */
export function withLocal(scope: Scope, name: string, binding: Binding): Scope {
  return { ...scope, locals: new Map(scope.locals).set(name, binding), depth: scope.depth + 1 };
}

/** What the names of the facts of an activity or record mean: base facts, the claim, derived facts. */
export function subjectBindings(
  subject: Subject,
  readFact: (place: Place, field: Field) => Value,
): Map<string, Binding> {
  const bindings = new Map<string, Binding>();
  const symbolOf = (name: string): ProgramSymbol => ({ kind: 'field', name, owner: subject.name });
  for (const field of subject.fields) {
    const read: Binding['read'] = (place) => readFact(place, field);
    bindings.set(field.name, { type: field.type, read, symbol: symbolOf(field.name) });
  }
  const { claim } = subject;
  if (claim !== undefined) {
    const { name, type, operands } = claim;
    const read: Binding['read'] = (place) => ({
      kind: 'claim',
      type,
      place,
      traits: claimTraits(operands),
      name,
    });
    bindings.set(name, { type, read, symbol: symbolOf(name) });
  }
  for (const { name, value, condition } of subject.derived) {
    const { type, traits } = value;
    const read: Binding['read'] = (place) => ({ kind: 'derived', type, place, traits, name, value });
    bindings.set(name, {
      type,
      read,
      symbol: symbolOf(name),
      ...(condition === undefined ? {} : { condition }),
    });
  }
  return bindings;
}

function claimTraits(operands: readonly Value[]): Value['traits'] {
  return {
    canBeUnknown: operands.some((operand) => operand.traits.canBeUnknown),
    canBeNone: false,
    readsTime: operands.some((operand) => operand.traits.readsTime),
    facts: [...new Set(operands.flatMap((operand) => operand.traits.facts))].sort(),
  };
}
