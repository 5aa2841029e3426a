import type { Exception, Formula, Period, Place, Provision } from '../../logic/index.ts';
import { truth } from '../../logic/index.ts';
import type { ExceptNode, LiftNode, RuleClause, RuleNode } from '../../syntax/index.ts';
import { readFormula } from '../expressions/formulas.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, placeOf } from '../expressions/scope.ts';
import { checkSpelling } from '../vocabulary/fields.ts';
import { clausesOf, singleClause } from './clauses.ts';
import { obligationUse } from './obligations.ts';
import { bothHold, checkUntil, inForceFormula, statedPeriod } from './periods.ts';
import { checkExceptionClauses } from './rule-clauses.ts';

/** Reads the period that an exception states instead of its rule's, and those of the exceptions inside of it. */
export interface PeriodReader {
  readonly takesPeriods: boolean;
  read(scope: Scope, node: ExceptNode): { readonly instead?: Period; readonly inner: PeriodReader };
}

/** Exceptions of rules about activities, and lifts, have no periods. */
export const noPeriods: PeriodReader = { takesPeriods: false, read: () => ({ inner: noPeriods }) };

/** Reads what rules, exceptions and lifts have in common. */
export function provisionOf(
  scope: Scope,
  id: string,
  node: RuleNode | ExceptNode | LiftNode,
  periods: PeriodReader,
): Provision {
  const { context, site } = scope;
  const { clauses } = node;
  const place = placeOf(scope, node.name);
  const period = singleClause(context, site, clauses, 'in-force-clause', 'in force');
  const because = singleClause(context, site, clauses, 'because-clause', 'because');
  const inForce = statedPeriod(period);
  checkUntil(scope, period);
  checkTitle(scope, node);
  checkSpelling(context, site, node.name, 'kebab');
  return {
    id,
    title: node.title?.value ?? node.name.text,
    cites: clausesOf(clauses, 'cite-clause').map((cite) => cite.text.value),
    ...(because === undefined ? {} : { because: because.text.value }),
    ...(inForce === undefined ? {} : { inForce }),
    condition: bothHold(place, inForceFormula(scope, period, place), whenFormula(scope, clauses, place)),
    exceptions: exceptionsOf(scope, id, clauses, periods),
    obligations: clausesOf(clauses, 'obligation-clause').flatMap(
      (clause) => obligationUse(scope, clause) ?? [],
    ),
    place,
  };
}

function checkTitle(scope: Scope, node: RuleNode | ExceptNode | LiftNode): void {
  if (node.title !== undefined && node.title.value.trim() !== '') return;
  complain(scope, 'policy/missing-title', node.name, {
    what: node.kind === 'except' ? 'exception' : node.kind,
    name: node.name.text,
  });
}

function whenFormula(scope: Scope, clauses: readonly RuleClause[], place: Place): Formula {
  const when = singleClause(scope.context, scope.site, clauses, 'when-clause', 'when');
  return when === undefined ? truth(place, true) : readFormula(scope, when.condition);
}

/** Named exceptions and every `unless`, in the order of the source. */
function exceptionsOf(
  scope: Scope,
  id: string,
  clauses: readonly RuleClause[],
  periods: PeriodReader,
): Exception[] {
  const exceptions: Exception[] = [];
  const names = new Set<string>();
  let unnamed = 0;
  for (const clause of clauses) {
    if (clause.kind === 'unless-clause') {
      unnamed += 1;
      exceptions.push(
        unlessException(scope, unnamed === 1 ? `${id}.unless` : `${id}.unless-${unnamed}`, clause),
      );
    } else if (clause.kind === 'except') {
      if (names.has(clause.name.text)) {
        complain(scope, 'name/duplicate', clause.name, { what: 'exception', name: clause.name.text });
      }
      names.add(clause.name.text);
      exceptions.push(namedException(scope, `${id}.${clause.name.text}`, clause, periods));
    }
  }
  return exceptions;
}

function unlessException(
  scope: Scope,
  id: string,
  clause: Extract<RuleClause, { kind: 'unless-clause' }>,
): Exception {
  const condition = readFormula(scope, clause.condition);
  const place = placeOf(scope, clause);
  return { kind: 'unless', id, title: '', cites: [], condition, exceptions: [], obligations: [], place };
}

function namedException(scope: Scope, id: string, node: ExceptNode, periods: PeriodReader): Exception {
  checkExceptionClauses(scope, node, periods.takesPeriods);
  if (!node.clauses.some((clause) => clause.kind === 'when-clause' || clause.kind === 'in-force-clause')) {
    complain(scope, 'policy/exception-always', node.name, { name: node.name.text });
  }
  const { instead, inner } = periods.read(scope, node);
  return {
    kind: 'exception',
    ...provisionOf(scope, id, node, inner),
    ...(instead === undefined ? {} : { instead }),
  };
}
