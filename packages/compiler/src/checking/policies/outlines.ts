import type { Declared } from '../../binding/index.ts';
import type { Authority } from '../../logic/index.ts';
import type {
  Expression,
  PolicyDeclaration,
  RuleClause,
  RuleNode,
  ScheduleClause,
} from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { clausesOf } from './clauses.ts';
import type { LiftTarget, PolicyOutline, RuleSubject } from './outline.ts';

/** What a policy says about itself, found without reading its conditions. */
export function computeOutline(context: CheckContext, id: string): PolicyOutline | undefined {
  const [declared] = context.queries.get('declared', `policy:${id}`);
  if (declared?.unit.tree.kind !== 'policy') return undefined;
  const { tree } = declared.unit;
  const lifts = clausesOf(tree.clauses, 'lift');
  return {
    id,
    title: tree.title?.value ?? id,
    authority: namedAuthority(context, clausesOf(tree.clauses, 'authority-clause')[0]?.authority.text),
    targets: liftTargets(context, tree),
    exceptions: [...exceptionIds(id, tree), ...lifts.map((lift) => `${id}.${lift.name.text}`)],
    lifts: lifts.map((lift) => ({ target: lift.target.text, name: lift.name.text })),
    options: clausesOf(tree.clauses, 'option-clause').map(({ name }) => name.text),
    tenants: clausesOf(tree.clauses, 'applies-clause').flatMap(({ condition }) => namedTenants(condition)),
  };
}

/** Lets equal outlines keep their identity; they are small and plain. */
export function areEqualOutlines(
  before: PolicyOutline | undefined,
  after: PolicyOutline | undefined,
): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function namedAuthority(context: CheckContext, name: string | undefined): Authority | undefined {
  return name === undefined ? undefined : context.queries.get('authorities', '').byName.get(name);
}

function liftTargets(context: CheckContext, tree: PolicyDeclaration): LiftTarget[] {
  const id = tree.name.text;
  const defaults = clausesOf(tree.clauses, 'default-clause').map(
    (clause): LiftTarget => ({
      id: `${id}.default.${clause.activity.text}`,
      title: clause.title?.value ?? '',
      kind: 'default',
      effect: clause.effect,
      about: { kind: 'activity', name: clause.activity.text },
      leaving: undefined,
      overridableBy: undefined,
    }),
  );
  return [...defaults, ...clausesOf(tree.clauses, 'rule').map((rule) => ruleTarget(context, id, rule))];
}

function ruleTarget(context: CheckContext, policy: string, rule: RuleNode): LiftTarget {
  const [effect] = clausesOf(rule.clauses, 'effect-clause');
  const [schedule] = clausesOf(rule.clauses, 'schedule-clause');
  return {
    id: `${policy}.${rule.name.text}`,
    title: rule.title?.value ?? '',
    kind: 'rule',
    effect: schedule?.action ?? effect?.effect,
    about:
      schedule === undefined ? { kind: 'activity', name: effect?.activity.text ?? '' } : aboutOf(schedule),
    leaving: clausesOf(rule.clauses, 'leaving-clause')[0]?.record.text,
    overridableBy: namedAuthority(context, clausesOf(rule.clauses, 'overridable-clause')[0]?.authority.text),
  };
}

function aboutOf({ record, everyRecordOf }: ScheduleClause): RuleSubject {
  const path = everyRecordOf?.kind === 'path' ? everyRecordOf.segments : [];
  if (record === undefined) return { kind: 'every-record-of', name: path.map(({ text }) => text).join('.') };
  return { kind: 'record', name: record.text };
}

function exceptionIds(policy: string, tree: PolicyDeclaration): string[] {
  const inside = (prefix: string, clauses: readonly RuleClause[]): string[] =>
    clausesOf(clauses, 'except').flatMap((node) => {
      const id = `${prefix}.${node.name.text}`;
      return [id, ...inside(id, node.clauses)];
    });
  return clausesOf(tree.clauses, 'rule').flatMap((rule) =>
    inside(`${policy}.${rule.name.text}`, rule.clauses),
  );
}

/** The companies that a condition names for certain: `company.id is "acme"` among what has to hold. */
function namedTenants(condition: Expression | undefined): string[] {
  if (condition === undefined) return [];
  if (condition.kind === 'parenthesized') return namedTenants(condition.inner);
  if (condition.kind === 'logical' && condition.operator === 'and')
    return condition.operands.flatMap(namedTenants);
  if (condition.kind !== 'comparison' || condition.negated) return [];
  if (condition.left.kind !== 'path' || condition.left.segments.at(-1)?.text !== 'id') return [];
  const { test } = condition;
  const options = test.kind === 'value-test' ? [test.value] : test.kind === 'one-of-test' ? test.options : [];
  return options.flatMap((option) =>
    option.kind === 'literal' && option.value.type === 'text' ? [option.value.value] : [],
  );
}

/** The declaration that a policy id stands for. */
export function policyDeclaration(declared: Declared | undefined): PolicyDeclaration | undefined {
  return declared?.unit.tree.kind === 'policy' ? declared.unit.tree : undefined;
}
