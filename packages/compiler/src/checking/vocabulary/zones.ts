import { nearestNames } from '../../support/index.ts';
import type { DeclarationUnit, TextNode } from '../../syntax/index.ts';
import { isZoneId, zoneIds } from '../../time/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { suggestion } from '../resolve.ts';

/** The time zone that a declaration states, or that of the project. */
export function resolveZone(
  context: CheckContext,
  unit: DeclarationUnit,
  zone: TextNode | undefined,
): string {
  if (zone === undefined || zone.missing === true) return context.defaultZone;
  if (isZoneId(zone.value)) return zone.value;
  reportUnknownZone(context, unit, zone, zone.value);
  return context.defaultZone;
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
