import type { Declared, NamespaceKind } from '../binding/index.ts';
import type { CheckContext, QueryResults } from './context.ts';
import { checkOther } from './others.ts';
import { computeLift } from './policies/lifts.ts';
import { computeOption } from './policies/options.ts';
import { areEqualOutlines, computeOutline } from './policies/outlines.ts';
import { computePolicy } from './policies/policies.ts';
import { computeRecordActions } from './policies/schedules.ts';
import type { QueryDefinitions } from './queries.ts';
import { areSameTexts, computeRowFile, computeRowText } from './tests/csv/row-file.ts';
import { computeScenarios } from './tests/scenarios.ts';
import { computeTest } from './tests/tests.ts';
import { computeActivity } from './vocabulary/activities.ts';
import { computeAuthorities } from './vocabulary/authorities.ts';
import { calendarCycle, computeCalendar } from './vocabulary/calendars.ts';
import { computeDefine, defineCycle } from './vocabulary/defines.ts';
import { computeGroup, groupCycle } from './vocabulary/groups.ts';
import { computeObligation } from './vocabulary/obligations.ts';
import { computeRecord, computeRecordMembers } from './vocabulary/records.ts';
import { computeScale } from './vocabulary/scales.ts';
import { computeTable } from './vocabulary/tables.ts';
import { computeTaxonomy } from './vocabulary/taxonomies.ts';
import { defaultZoneOf } from './vocabulary/zones.ts';
import { computeWhole } from './whole.ts';

type Definitions = QueryDefinitions<CheckContext, QueryResults>;

/** How each question about a program is answered; `unit` is added by whoever knows the units. */
export const definitions: Omit<Definitions, 'unit'> = {
  declared: {
    compute: (context, key) => declaredOf(context, key, 'declared'),
    areEqual: areSameDeclarations,
  },
  extensions: {
    compute: (context, key) => declaredOf(context, key, 'extensions'),
    areEqual: areSameDeclarations,
  },
  names: {
    // Keys are kinds of declarations.
    compute: (context, key) => context.index.names(key as NamespaceKind),
    areEqual: (before, after) => before.join(' ') === after.join(' '),
  },
  modules: {
    compute: (context) => context.index.modules,
    areEqual: (before, after) => modulesText(before) === modulesText(after),
  },
  'authority-lists': { compute: (context) => context.index.authorities, areEqual: areSameDeclarations },
  authorities: {
    compute: (context) => computeAuthorities(context),
    areEqual: (before, after) => JSON.stringify(before.ordered) === JSON.stringify(after.ordered),
  },
  taxonomy: { compute: computeTaxonomy },
  scale: { compute: computeScale },
  group: { compute: computeGroup, onCycle: groupCycle },
  table: { compute: computeTable },
  calendar: { compute: computeCalendar, onCycle: calendarCycle },
  record: { compute: computeRecord },
  'record-members': { compute: computeRecordMembers },
  activity: { compute: computeActivity },
  obligation: { compute: computeObligation },
  define: { compute: computeDefine, onCycle: defineCycle },
  'policy-outline': { compute: computeOutline, areEqual: areEqualOutlines },
  policy: { compute: computePolicy },
  option: { compute: computeOption },
  lift: { compute: computeLift },
  'record-actions': {
    compute: computeRecordActions,
    areEqual: (before, after) => before.join(' ') === after.join(' '),
  },
  test: { compute: computeTest },
  scenarios: { compute: computeScenarios },
  'row-text': { compute: computeRowText, areEqual: areSameTexts },
  'row-file': { compute: computeRowFile },
  other: { compute: checkOther },
  whole: { compute: computeWhole },
  zone: { compute: defaultZoneOf },
  today: { compute: ({ today }) => today },
};

function declaredOf(
  context: CheckContext,
  key: string,
  which: 'declared' | 'extensions',
): readonly Declared[] {
  const colon = key.indexOf(':');
  // Keys are made of a kind, a colon and a name by those who ask.
  const kind = key.slice(0, colon) as NamespaceKind;
  return context.index[which](kind, key.slice(colon + 1));
}

function modulesText(modules: QueryResults['modules']): string {
  return JSON.stringify([...modules].map(([module, brings]) => [module, ...[...brings].sort()]).sort());
}

function areSameDeclarations(before: readonly Declared[], after: readonly Declared[]): boolean {
  return before.length === after.length && before.every((declared, index) => isSame(declared, after[index]));
}

/** The same declaration, seeing the same modules. */
export function isSame(before: Declared, after: Declared | undefined): boolean {
  if (after === undefined || before.unit !== after.unit) return false;
  const [one, other] = [before.file, after.file];
  return (
    one.path === other.path &&
    one.module === other.module &&
    one.visibleModules.size === other.visibleModules.size &&
    [...one.visibleModules].every((module) => other.visibleModules.has(module))
  );
}
