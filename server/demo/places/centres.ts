/** The three regions of the Kommunale Integrationszentren, the seventeen of Westfalen, and Kreis Unna; what they are told apart by is invented. */

import { defaultRules } from '../../../models/centre/rules.ts';
import type { Centre } from '../../../models/centre.ts';
import type { Region } from '../../../models/region.ts';
import { schemaVersion } from '../../../models/storage.ts';
import { centreId, inventedPhone, zone } from '../invented.ts';

export const demoRegions: Region[] = ['Rheinland', 'Ruhrgebiet', 'Westfalen'].map((name) => ({
  _id: name.toLowerCase(),
  schemaVersion,
  name,
}));

/** The centre to which one volunteer of Kreis Soest belongs as well. It is none of the seventeen of Westfalen. */
export const secondCentreId = 'unna';

/** Name, id, town and postcode of the seat, region. The seventeen of Westfalen in the order in which they were announced. */
const rows: [name: string, id: string, seat: string, region?: string][] = [
  ['Kreis Soest', centreId, '59494 Soest'],
  ['Kreis Borken', 'borken', '46325 Borken'],
  ['Kreis Coesfeld', 'coesfeld', '48653 Coesfeld'],
  ['Kreis Steinfurt', 'steinfurt', '48565 Steinfurt'],
  ['Kreis Gütersloh', 'guetersloh', '33334 Gütersloh'],
  ['Kreis Herford', 'herford', '32051 Herford'],
  ['Kreis Höxter', 'hoexter', '37671 Höxter'],
  ['Kreis Lippe', 'lippe', '32758 Detmold'],
  ['Kreis Minden-Lübbecke', 'minden-luebbecke', '32423 Minden'],
  ['Kreis Olpe', 'olpe', '57462 Olpe'],
  ['Kreis Paderborn', 'paderborn', '33098 Paderborn'],
  ['Kreis Siegen-Wittgenstein', 'siegen-wittgenstein', '57072 Siegen'],
  ['Kreis Warendorf', 'warendorf', '48231 Warendorf'],
  ['Hochsauerlandkreis', 'hochsauerlandkreis', '59872 Meschede'],
  ['Märkischer Kreis', 'maerkischer-kreis', '58509 Lüdenscheid'],
  ['Stadt Münster', 'muenster', '48143 Münster'],
  ['Stadt Bielefeld', 'bielefeld', '33602 Bielefeld'],
  ['Kreis Unna', secondCentreId, '59425 Unna', 'ruhrgebiet'],
];

/** No quiet hours, rounds by hand: whoever tries the pool out sees what each step does, at any hour. */
export const demoCentres: Centre[] = rows.map(([name, id, seat, region = 'westfalen'], index) => ({
  _id: id,
  schemaVersion,
  region,
  name: `Kommunales Integrationszentrum ${name}`,
  poolName: `Dolmetscherpool ${name}`,
  unit: 'Kommunales Integrationszentrum',
  address: `Beispielweg 1, ${seat}`,
  phone: inventedPhone(100 + index),
  email: id === centreId ? 'dolmetscherpool@example.org' : `dolmetscherpool.${id}@example.org`,
  zone,
  rules: { ...defaultRules, rounds: 'by_hand' },
}));

/** The one that is filled with people: Kreis Soest. */
export const demoCentre = demoCentres[0] as Centre;
