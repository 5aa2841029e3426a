import type { Declared } from '../../binding/index.ts';
import { originRank, sortedBy } from '../../support/index.ts';
import type { RuleNode, ScheduleClause } from '../../syntax/index.ts';
import type { Span } from '../../text/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { clausesOf } from './clauses.ts';
import { checkFloors } from './floors.ts';
import type { LiftTarget } from './outline.ts';
import { policyDeclaration } from './outlines.ts';
import { recordsAbout } from './schedules.ts';

/** Checks what only all policies together show of records: what stays behind, what never ends, what contradicts. */
export function checkSchedules(context: CheckContext): void {
  const rules = scheduleRules(context);
  for (const { target, declared, node } of rules) checkLeaving(context, target, declared, node);
  const records = new Set(rules.flatMap(({ target }) => recordsAbout(context, target.about)));
  for (const record of [...records].sort()) {
    const actions = context.queries.get('record-actions', record);
    const hasEnd = actions.includes('erase') || actions.includes('anonymise');
    if (actions.includes('keep') && !hasEnd) reportNeverErased(context, record, rules);
    if (actions.includes('keep') && hasEnd) checkFloors(context, record);
  }
}

interface PlacedRule {
  readonly target: LiftTarget;
  readonly declared: Declared;
  readonly node: RuleNode;
}

/** The rules about records of all policies, those of the project first. */
function scheduleRules(context: CheckContext): PlacedRule[] {
  const { queries } = context;
  const ids = sortedBy(queries.get('names', 'policy'), (id) => id);
  const found = ids.flatMap((id) => {
    const outline = queries.get('policy-outline', id);
    const targets = outline?.targets.filter(({ about }) => about.kind !== 'activity') ?? [];
    if (targets.length === 0) return [];
    const [declared] = queries.get('declared', `policy:${id}`);
    const nodes = clausesOf(policyDeclaration(declared)?.clauses ?? [], 'rule');
    return targets.flatMap((target) => {
      const node = nodes.find(({ name }) => target.id === `${id}.${name.text}`);
      return declared === undefined || node === undefined ? [] : [{ target, declared, node }];
    });
  });
  return found.sort(
    (left, right) => originRank(right.declared.file.path) - originRank(left.declared.file.path),
  );
}

/** What stays behind is kept by some rule of the program. */
function checkLeaving(context: CheckContext, target: LiftTarget, declared: Declared, node: RuleNode): void {
  const record = target.leaving;
  const [clause] = clausesOf(node.clauses, 'leaving-clause');
  if (record === undefined || record === '' || clause === undefined) return;
  if (context.queries.get('declared', `record:${record}`).length === 0) return;
  if (context.queries.get('record-actions', record).includes('keep')) return;
  report(context, declared.unit, 'schedule/nothing-kept', clause.record, { record });
}

function reportNeverErased(context: CheckContext, record: string, rules: readonly PlacedRule[]): void {
  for (const { target, declared, node } of rules) {
    if (target.effect !== 'keep' || !recordsAbout(context, target.about).includes(record)) continue;
    report(context, declared.unit, 'lint/never-erased', recordSpan(node), { record });
    return;
  }
}

function recordSpan(node: RuleNode): Span {
  const [clause]: readonly (ScheduleClause | undefined)[] = clausesOf(node.clauses, 'schedule-clause');
  return clause?.record ?? node.name;
}
