import type { ConstantValue, Obligation, ObligationUse } from '../../logic/index.ts';
import type { ObligationArgument, ObligationClause } from '../../syntax/index.ts';
import { isAssignable } from '../expressions/calls.ts';
import { isErrorValue, requireConstant } from '../expressions/literals.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, placeOf } from '../expressions/scope.ts';
import { readValue } from '../expressions/values.ts';
import { resolveName } from '../resolve.ts';
import { describeType } from '../vocabulary/types.ts';

/** What a rule asks for, with constant arguments that fit the obligation's parameters. */
export function obligationUse(scope: Scope, clause: ObligationClause): ObligationUse | undefined {
  const declared = resolveName(scope.context, scope.site, 'obligation', clause.obligation);
  const obligation = declared && scope.context.queries.get('obligation', clause.obligation.text);
  if (obligation === undefined) return undefined;
  const given = clause.arguments.flatMap((argument) => argumentOf(scope, obligation, argument) ?? []);
  const missing = obligation.parameters.filter(
    (parameter) => !clause.arguments.some((argument) => argument.name.text === parameter.name),
  );
  if (missing.length > 0) {
    const names = missing.map((parameter) => parameter.name).join(', ');
    complain(scope, 'policy/obligation-incomplete', clause, { name: obligation.name, names });
  }
  return { obligation: obligation.name, arguments: given, place: placeOf(scope, clause) };
}

function argumentOf(
  scope: Scope,
  obligation: Obligation,
  argument: ObligationArgument,
): { name: string; value: ConstantValue } | undefined {
  const name = argument.name.text;
  const parameter = obligation.parameters.find((candidate) => candidate.name === name);
  if (parameter === undefined) {
    const known = obligation.parameters.map((candidate) => candidate.name).join(', ');
    const help = known === '' ? 'It takes none.' : `It takes ${known}.`;
    complain(
      scope,
      'name/unknown',
      argument.name,
      { what: `detail of "${obligation.name}"`, name },
      { help },
    );
    return undefined;
  }
  const value = readValue(scope, argument.value, parameter.type);
  if (isErrorValue(value)) return undefined;
  if (!isAssignable(value.type, parameter.type)) {
    const values = { expected: describeType(parameter.type), found: describeType(value.type) };
    complain(scope, 'type/mismatch', argument.value, values);
    return undefined;
  }
  const constant = requireConstant(scope, value, argument.value);
  return constant === undefined ? undefined : { name, value: constant };
}
