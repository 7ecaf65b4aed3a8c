/** Where the demo pool is: Kreis Soest with its real municipalities, and an invented centre. */

import { defaultRules } from '../../models/centre/rules.ts';
import type { Centre } from '../../models/centre.ts';
import type { Municipality } from '../../models/municipality.ts';
import type { Region } from '../../models/region.ts';
import { schemaVersion } from '../../models/storage.ts';
import { centreId, inventedPhone, regionId, zone } from './invented.ts';

/** The fourteen municipalities of the Kreis: name, id, postcodes, latitude and longitude of the middle, roughly. */
const rows = [
  ['Anröchte', 'anroechte', ['59609'], 51.566, 8.333],
  ['Bad Sassendorf', 'bad-sassendorf', ['59505'], 51.583, 8.167],
  ['Ense', 'ense', ['59469'], 51.5, 7.969],
  ['Erwitte', 'erwitte', ['59597'], 51.615, 8.339],
  ['Geseke', 'geseke', ['59590'], 51.64, 8.511],
  ['Lippetal', 'lippetal', ['59510'], 51.668, 8.166],
  ['Lippstadt', 'lippstadt', ['59555', '59556', '59557', '59558'], 51.674, 8.345],
  ['Möhnesee', 'moehnesee', ['59519'], 51.496, 8.13],
  ['Rüthen', 'ruethen', ['59602'], 51.492, 8.429],
  ['Soest', 'soest', ['59494'], 51.571, 8.106],
  ['Warstein', 'warstein', ['59581'], 51.449, 8.352],
  ['Welver', 'welver', ['59514'], 51.616, 7.961],
  ['Werl', 'werl', ['59457'], 51.553, 7.912],
  ['Wickede (Ruhr)', 'wickede', ['58739'], 51.497, 7.869],
] as const;

export type Town = (typeof rows)[number][0];

export const demoRegion: Region = { _id: regionId, schemaVersion, name: 'Westfalen' };

/** No quiet hours, rounds by hand: whoever tries the pool out sees what each step does, at any hour. */
export const demoCentre: Centre = {
  _id: centreId,
  schemaVersion,
  region: regionId,
  name: 'Kommunales Integrationszentrum Kreis Soest',
  poolName: 'Dolmetscherpool Kreis Soest',
  unit: 'Kommunales Integrationszentrum',
  address: 'Beispielweg 1, 59494 Soest',
  phone: inventedPhone(100),
  email: 'dolmetscherpool@example.org',
  zone,
  rules: { ...defaultRules, rounds: 'by_hand' },
};

export const demoMunicipalities: Municipality[] = rows.map(([name, slug, postcodes, lat, lon]) => ({
  _id: `${centreId}-${slug}`,
  schemaVersion,
  centre: centreId,
  name,
  postcodes: [...postcodes],
  position: { lat, lon },
}));

/** The municipality of this name. */
export function municipalityOf(town: Town): Municipality {
  return demoMunicipalities.find(({ name }) => name === town) as Municipality;
}
