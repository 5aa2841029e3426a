import type { Declared, NamespaceKind } from '../binding/index.ts';
import { isNamelessScope } from '../binding/index.ts';
import type { Fix } from '../diagnostics/index.ts';
import { nearestNames, originWords, packOfPath } from '../support/index.ts';
import type { Name } from '../syntax/index.ts';
import type { CheckContext, Site } from './context.ts';
import { kindWords, report } from './context.ts';

/** The declaration that a name of a kind refers to, where it is visible; a message otherwise. */
export function resolveName(
  context: CheckContext,
  site: Site,
  kind: NamespaceKind,
  name: Name,
): Declared | undefined {
  if (name.text === '') return undefined;
  const [declared] = context.queries.get('declared', `${kind}:${name.text}`);
  if (declared === undefined) {
    reportUnknownName(context, site, kind, name);
    return undefined;
  }
  if (!isVisible(site, declared)) reportNotInUse(context, site, declared, name);
  context.queries.refer(site.unit, name, { kind, name: name.text });
  return declared;
}

/** Whether a file may use a declaration: it is in its own module or in one that it uses. */
export function isVisible(site: Site, declared: Declared): boolean {
  return site.file.visibleModules.has(declared.file.module);
}

export function reportUnknownName(context: CheckContext, site: Site, kind: NamespaceKind, name: Name): void {
  const near = nearestNames(name.text, context.queries.get('names', kind));
  report(
    context,
    site.unit,
    'name/unknown',
    name,
    { what: kindWords[kind], name: name.text },
    { ...unknownHelp(context, site, kind, near), fixes: replacements(name, near) },
  );
}

/** So many names can be listed in a message. */
const mostListed = 15;

/** Near names; else all of them where they are few. A file that does not use the standard library may lack just that. */
function unknownHelp(
  context: CheckContext,
  site: Site,
  kind: NamespaceKind,
  near: readonly string[],
): { help?: string } {
  if (kind === 'calendar' && !site.file.visibleModules.has('std.calendars')) {
    return { help: calendarHelp };
  }
  if (near.length > 0) return suggestion(near);
  if (site.file.visibleModules.has('std.crm')) {
    const names = context.queries.get('names', kind);
    if (names.length === 0 || names.length > mostListed) return {};
    return { help: `There are ${names.map((name) => `"${name}"`).join(', ')}.` };
  }
  return {
    help: 'Write "use std.crm" at the top of the file to use the vocabulary of the standard library.',
  };
}

const calendarHelp =
  'Write "use std.calendars" at the top of the file to use the calendars of the standard library, or declare one of your own.';

/** "Do you mean …?" for names that look alike. */
export function suggestion(near: readonly string[]): { help?: string } {
  if (near.length === 0) return {};
  const quoted = near.map((candidate) => `"${candidate}"`);
  const last = quoted.at(-1) ?? '';
  const list = quoted.length === 1 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
  return { help: `Do you mean ${list}?` };
}

/** Fixes that write a near name; certain only where there is just one. */
export function replacements(name: { start: number; end: number }, near: readonly string[]): readonly Fix[] {
  return near.map((candidate) => ({
    title: `Write "${candidate}"`,
    kind: 'needs-review' as const,
    edits: [{ span: { start: name.start, end: name.end }, newText: candidate }],
  }));
}

function reportNotInUse(context: CheckContext, site: Site, declared: Declared, name: Name): void {
  const { path } = declared.file;
  if (isNamelessScope(declared.file.module)) {
    const help = `${originWords(path)} keeps it to itself: its authors would have to give that file a module.`;
    const details =
      packOfPath(path) === undefined ? {} : { help: `${help.charAt(0).toUpperCase()}${help.slice(1)}` };
    report(context, site.unit, 'name/no-module', name, { name: name.text, file: path }, details);
    return;
  }
  const module = widestModuleWith(context, declared.file.module);
  const top = site.unit.tree.documentation?.start ?? site.unit.tree.start;
  const use = { span: { start: top, end: top }, newText: `use ${module}\n\n` };
  const fixes: readonly Fix[] = [{ title: `Write "use ${module}"`, kind: 'automatic', edits: [use] }];
  report(context, site.unit, 'name/not-in-use', name, { name: name.text, module }, { fixes });
}

/** The module of the same family that brings in the most, so that one line is enough: `std.crm` for `std.channels`. */
function widestModuleWith(context: CheckContext, wanted: string): string {
  if (wanted === '') return '';
  let widest = wanted;
  const family = wanted.split('.')[0];
  for (const [module, brings] of context.queries.get('modules', '')) {
    const size = context.queries.get('modules', '').get(widest)?.size ?? 0;
    const isWider = brings.size > size || (brings.size === size && module < widest);
    if (module.split('.')[0] === family && brings.has(wanted) && isWider) widest = module;
  }
  return widest;
}
