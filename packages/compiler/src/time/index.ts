export { canonicalZone, isZoneId, zoneDataVersion, zoneIds, zoneLinks } from './zone-ids.ts';
