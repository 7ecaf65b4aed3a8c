/** How long somebody is on the way: straight line × factor ÷ speed, or the minutes a centre has set for a pair of postcodes. */
import type { CentreRules } from '../centre/rules.ts';
import { gridMinutes, type Position, type Venue } from '../shape.ts';

/** Somewhere a person can be: at home, or at a venue. Undefined position means that the table does not know it. */
export type Place = { key: string; postcode?: string; position?: Position };

const earthRadiusKilometres = 6371;

/** Kilometres between two positions as the crow flies (haversine). */
export function kilometresBetween(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const lat = radians(b.lat - a.lat);
  const lon = radians(b.lon - a.lon);
  const chord =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2;
  return 2 * earthRadiusKilometres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The place of a venue; two venues are the same place when street and postcode are written alike. */
export function placeOf(venue: Venue, position: Position | undefined): Place {
  const key = `${venue.postcode} ${venue.street}`
    .toLowerCase()
    .replace(/straße/g, 'str.')
    .replace(/[\s.,-]+/g, '');
  return { key, postcode: venue.postcode, ...(position && { position }) };
}

/** Minutes from one place to another, rounded up to the grid: none within a place, never less than the centre's least. */
export function travelMinutes(from: Place, to: Place, travel: CentreRules['travel']): number {
  if (from.key === to.key) return 0;
  const pair = travel.pairs.find(
    ({ between }) =>
      (between[0] === from.postcode && between[1] === to.postcode) ||
      (between[1] === from.postcode && between[0] === to.postcode),
  );
  return roundUp(Math.max(travel.leastMinutes, pair?.minutes ?? estimated(from, to, travel)));
}

function estimated(from: Place, to: Place, travel: CentreRules['travel']): number {
  if (!from.position || !to.position) return travel.unknownMinutes;
  return (kilometresBetween(from.position, to.position) * travel.factor * 60) / travel.kilometresPerHour;
}

function roundUp(minutes: number): number {
  return Math.ceil(minutes / gridMinutes) * gridMinutes;
}
