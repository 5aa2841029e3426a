import type { Formula, TermOption, Type, Value } from '../../logic/index.ts';
import { or, sameTerm, termTest, truth } from '../../logic/index.ts';
import type { Expression, Name } from '../../syntax/index.ts';
import { isVisible, resolveName } from '../resolve.ts';
import { describeType } from '../vocabulary/types.ts';
import type { Subject } from './comparisons.ts';
import { isErrorValue } from './literals.ts';
import { mismatchAdvice } from './mismatches.ts';
import { bindingOf } from './paths.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf } from './scope.ts';
import { reportAmbiguous, reportUnknownTerm } from './terms.ts';
import { readValue } from './values.ts';

/** `is A`, `is one of (A, B)` for a term: terms and groups make one set, facts are compared one by one. */
export function termChoice(
  subject: Subject,
  expressions: readonly Expression[],
  on: Expression | undefined,
): Formula {
  const { scope, node, left } = subject;
  const place = placeOf(scope, node);
  if (left.type.kind !== 'term') return truth(place, false);
  const { taxonomy } = left.type;
  const day = on === undefined ? undefined : dayValue(scope, on);
  const options: TermOption[] = [];
  const others: Value[] = [];
  for (const expression of expressions) {
    const choice = readChoice(scope, expression, left.type, day);
    if (choice === undefined) continue;
    if ('kind' in choice.option) options.push(choice.option);
    else others.push(choice.option.value);
  }
  if (on !== undefined && !options.some((option) => option.kind === 'group')) {
    complain(scope, 'type/on-without-group', on, {});
  }
  const parts = others.map((value) => sameTerm(place, left, value));
  if (options.length > 0) parts.unshift(termTest(place, left, taxonomy, options));
  return or(place, parts);
}

function dayValue(scope: Scope, on: Expression): Value | undefined {
  const value = readValue(scope, on);
  if (isErrorValue(value)) return undefined;
  if (value.type.kind === 'date') return value;
  complain(scope, 'type/mismatch', on, { expected: 'a date', found: describeType(value.type) });
  return undefined;
}

interface Choice {
  readonly option: TermOption | { readonly value: Value };
}

/** A name is a term, a group or a fact; one that could be two of them is never guessed. */
function readChoice(
  scope: Scope,
  expression: Expression,
  type: Extract<Type, { kind: 'term' }>,
  day: Value | undefined,
): Choice | undefined {
  const name = singleName(expression);
  if (name !== undefined) {
    const option = namedOption(scope, name, type.taxonomy, day);
    const isFact = name.quoted !== true && bindingOf(scope, name.text) !== undefined;
    if (option !== undefined && isFact) {
      reportAmbiguous(scope, name, type);
      return undefined;
    }
    if (option !== undefined) {
      noteOption(scope, name, type.taxonomy, option);
      return { option };
    }
    if (!isFact) {
      reportUnknownTerm(scope, name, type.taxonomy);
      return undefined;
    }
  }
  const value = readValue(scope, expression);
  if (isErrorValue(value)) return undefined;
  if (value.type.kind === 'term' && value.type.taxonomy === type.taxonomy) return { option: { value } };
  const isScope = value.type.kind === 'scope' && value.type.taxonomy === type.taxonomy;
  const code = isScope ? 'type/scope-without-in' : 'type/mismatch';
  const expected = `a term of ${type.taxonomy}`;
  const advice = mismatchAdvice(type, expression, value);
  complain(scope, code, expression, { expected, found: describeType(value.type) }, advice);
  return undefined;
}

function singleName(expression: Expression): Name | undefined {
  if (expression.kind === 'parenthesized') return singleName(expression.inner);
  return expression.kind === 'path' && expression.segments.length === 1 ? expression.segments[0] : undefined;
}

function namedOption(
  scope: Scope,
  name: Name,
  taxonomyName: string,
  day: Value | undefined,
): TermOption | undefined {
  const { queries } = scope.context;
  if (queries.get('taxonomy', taxonomyName)?.termsByName.has(name.text))
    return { kind: 'term', term: name.text };
  const [declared] = queries.get('declared', `group:${name.text}`);
  if (declared === undefined) return undefined;
  const group = queries.get('group', name.text);
  if (group?.taxonomy !== taxonomyName) return undefined;
  if (!isVisible(scope.site, declared)) resolveName(scope.context, scope.site, 'group', name);
  return { kind: 'group', group: group.name, ...(day === undefined ? {} : { on: day }) };
}

function noteOption(scope: Scope, name: Name, owner: string, option: TermOption): void {
  const symbol =
    option.kind === 'term'
      ? { kind: option.kind, name: name.text, owner }
      : { kind: option.kind, name: name.text };
  scope.context.queries.refer(scope.site.unit, name, symbol);
}
