import type { Authority } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { AuthorityEntry, Name } from '../../syntax/index.ts';
import type { AuthorityTable, CheckContext, Site } from '../context.ts';
import { report } from '../context.ts';
import { collisionDetails } from '../origins.ts';
import { replacements, suggestion } from '../resolve.ts';

/** The one order of authorities of a program, highest first. */
export function computeAuthorities(context: CheckContext): AuthorityTable {
  const [declared, ...others] = context.queries.get('authority-lists', '');
  for (const other of others) {
    const details = declared === undefined ? {} : collisionDetails(declared, other);
    const values = { file: declared?.file.path ?? '' };
    report(context, other.unit, 'name/second-authorities', other.unit.tree, values, details);
  }
  const byName = new Map<string, Authority>();
  if (declared?.unit.tree.kind === 'authorities') {
    for (const entry of declared.unit.tree.entries) addAuthority(context, declared, entry, byName);
  }
  return { ordered: [...byName.values()], byName };
}

function addAuthority(
  context: CheckContext,
  site: Site,
  entry: AuthorityEntry,
  byName: Map<string, Authority>,
): void {
  const name = entry.name.text;
  if (byName.has(name)) {
    report(context, site.unit, 'name/duplicate', entry.name, { what: 'authority', name });
    return;
  }
  const markers = new Set(entry.markers.map((marker) => marker.text));
  for (const marker of entry.markers) {
    if (marker.text === 'binding' || marker.text === 'tenant') continue;
    report(context, site.unit, 'name/unknown', marker, { what: 'kind of authority', name: marker.text });
  }
  byName.set(name, {
    name,
    rank: byName.size,
    binding: markers.has('binding'),
    tenant: markers.has('tenant'),
  });
}

/** The authority that a name refers to; a message where there is none. */
export function resolveAuthority(context: CheckContext, site: Site, name: Name): Authority | undefined {
  if (name.text === '') return undefined;
  const table = context.queries.get('authorities', '');
  const authority = table.byName.get(name.text);
  if (authority !== undefined) {
    context.queries.refer(site.unit, name, { kind: 'authority', name: name.text });
    return authority;
  }
  if (table.ordered.length === 0) {
    report(context, site.unit, 'name/no-authorities', name, { name: name.text });
    return undefined;
  }
  const near = nearestNames(name.text, table.byName.keys());
  const known = table.ordered.map((entry) => entry.name).join(', ');
  report(
    context,
    site.unit,
    'name/unknown',
    name,
    { what: 'authority', name: name.text },
    { help: suggestion(near).help ?? `The authorities are ${known}.`, fixes: replacements(name, near) },
  );
  return undefined;
}
