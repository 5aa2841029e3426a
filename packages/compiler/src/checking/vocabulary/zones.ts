import { nearestNames, packOfPath } from '../../support/index.ts';
import type { DeclarationUnit, TextNode } from '../../syntax/index.ts';
import { isZoneId, zoneIds } from '../../time/index.ts';
import type { CheckContext } from '../context.ts';
import { report, unitKey } from '../context.ts';
import { suggestion } from '../resolve.ts';

/** The time zone that a declaration states, or that of its project or pack. */
export function resolveZone(
  context: CheckContext,
  unit: DeclarationUnit,
  zone: TextNode | undefined,
): string {
  if (zone !== undefined && zone.missing !== true) {
    if (isZoneId(zone.value)) return zone.value;
    reportUnknownZone(context, unit, zone, zone.value);
  }
  const path = context.queries.get('unit', unitKey(unit))?.file.path ?? '';
  return context.queries.get('zone', packOfPath(path) ?? '');
}

/** A pack means the same in every project: the zone of the project is not for it. */
export function defaultZoneOf({ packs, defaultZone }: CheckContext, pack: string): string {
  return pack === '' ? defaultZone : (packs.find(({ name }) => name === pack)?.zone ?? 'UTC');
}

export function reportUnknownZone(
  context: CheckContext,
  unit: DeclarationUnit,
  span: { start: number; end: number },
  zone: string,
): void {
  const city = (id: string): string => id.split('/').at(-1) ?? id;
  const candidates = zoneIds;
  const sameCity = candidates.filter(
    (id) => city(id).toLowerCase() === zone.replaceAll(' ', '_').toLowerCase(),
  );
  const near = sameCity.length > 0 ? sameCity.slice(0, 3) : nearestNames(zone, candidates);
  report(context, unit, 'name/unknown-zone', span, { zone }, suggestion(near));
}
