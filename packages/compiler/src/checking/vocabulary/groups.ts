import type { Declared } from '../../binding/index.ts';
import type { Group, GroupEntry, Taxonomy } from '../../logic/index.ts';
import { parseDate } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { GroupEntry as GroupEntryNode, Period } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { replacements, resolveName, suggestion } from '../resolve.ts';
import { resolveZone } from './zones.ts';

/** A group with what other declarations add to it. */
export function computeGroup(context: CheckContext, name: string): Group | undefined {
  const [base] = context.queries.get('declared', `group:${name}`);
  if (base?.unit.tree.kind !== 'group') return undefined;
  const declaration = base.unit.tree;
  if (declaration.taxonomy === undefined) return undefined;
  const found = resolveName(context, base, 'taxonomy', declaration.taxonomy);
  const taxonomy = found && context.queries.get('taxonomy', declaration.taxonomy.text);
  if (taxonomy === undefined) return undefined;
  const extensions = context.queries.get('extensions', `group:${name}`);
  const entries = [base, ...extensions].flatMap((declared) => groupEntries(context, declared, taxonomy));
  return {
    name,
    ...(declaration.title === undefined ? {} : { title: declaration.title.value }),
    taxonomy: taxonomy.name,
    zone: resolveZone(context, base.unit, declaration.zone),
    entries,
  };
}

/** A group that is inside itself has no members that way. */
export function groupCycle(context: CheckContext, name: string): undefined {
  const [base] = context.queries.get('declared', `group:${name}`);
  if (base?.unit.tree.kind === 'group') {
    report(context, base.unit, 'name/circular', base.unit.tree.name, { what: 'group', name });
  }
  return undefined;
}

function groupEntries(context: CheckContext, declared: Declared, taxonomy: Taxonomy): readonly GroupEntry[] {
  const { tree } = declared.unit;
  if (tree.kind !== 'group') return [];
  return tree.entries.flatMap((node) => groupEntry(context, declared, node, taxonomy) ?? []);
}

function groupEntry(
  context: CheckContext,
  declared: Declared,
  node: GroupEntryNode,
  taxonomy: Taxonomy,
): GroupEntry | undefined {
  const kind = entryKind(context, declared, node, taxonomy);
  if (kind === undefined) return undefined;
  return {
    kind,
    name: node.name.text,
    ...periodDays(context, declared, node.period),
    ...(node.cite === undefined ? {} : { cite: node.cite.value }),
  };
}

function entryKind(
  context: CheckContext,
  declared: Declared,
  node: GroupEntryNode,
  taxonomy: Taxonomy,
): 'term' | 'group' | undefined {
  const name = node.name.text;
  if (name === '') return undefined;
  if (taxonomy.termsByName.has(name)) {
    context.queries.refer(declared.unit, node.name, { kind: 'term', name, owner: taxonomy.name });
    return 'term';
  }
  const groups = context.queries.get('declared', `group:${name}`);
  if (groups.length > 0) context.queries.refer(declared.unit, node.name, { kind: 'group', name });
  if (groups.length > 0)
    return context.queries.get('group', name)?.taxonomy === taxonomy.name ? 'group' : undefined;
  const near = nearestNames(name, [...taxonomy.termsByName.keys(), ...context.queries.get('names', 'group')]);
  const details = { ...suggestion(near), fixes: replacements(node.name, near) };
  report(context, declared.unit, 'name/unknown-term', node.name, { name, taxonomy: taxonomy.name }, details);
  return undefined;
}

/** A written period in days: from included, until excluded. */
export function periodDays(
  context: CheckContext,
  declared: Pick<Declared, 'unit'>,
  period: Period | undefined,
): { from?: number; until?: number } {
  if (period === undefined) return {};
  const from = period.from && parseDate(period.from.value);
  const through = period.through && parseDate(period.through.value);
  const until =
    period.until === undefined
      ? through === undefined
        ? undefined
        : through + 1
      : parseDate(period.until.value);
  if (from !== undefined && until !== undefined && until <= from) {
    report(context, declared.unit, 'type/empty-period', period, {});
  }
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}
