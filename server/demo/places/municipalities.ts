/** Where the demo pool is: the real municipalities of Kreis Soest and Kreis Unna. */
import type { Municipality } from '../../../models/municipality.ts';
import { schemaVersion } from '../../../models/storage.ts';
import { centreId } from '../invented.ts';
import { secondCentreId } from './centres.ts';

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

/** The ten of Kreis Unna. */
const neighbours = [
  ['Bergkamen', 'bergkamen', ['59192'], 51.616, 7.644],
  ['Bönen', 'boenen', ['59199'], 51.599, 7.759],
  ['Fröndenberg', 'froendenberg', ['58730'], 51.475, 7.766],
  ['Holzwickede', 'holzwickede', ['59439'], 51.503, 7.617],
  ['Kamen', 'kamen', ['59174'], 51.591, 7.665],
  ['Lünen', 'luenen', ['44532', '44534', '44536'], 51.616, 7.529],
  ['Schwerte', 'schwerte', ['58239'], 51.446, 7.565],
  ['Selm', 'selm', ['59379'], 51.697, 7.467],
  ['Unna', 'unna', ['59423', '59425', '59427'], 51.535, 7.689],
  ['Werne', 'werne', ['59368'], 51.664, 7.636],
] as const;

/** A municipality of Kreis Soest. */
export type Town = (typeof rows)[number][0];

/** A municipality of Kreis Unna. */
export type NeighbourTown = (typeof neighbours)[number][0];

export const demoMunicipalities: Municipality[] = [
  ...rows.map((row) => municipalityIn(centreId, row)),
  ...neighbours.map((row) => municipalityIn(secondCentreId, row)),
];

function municipalityIn(
  centre: string,
  [name, slug, postcodes, lat, lon]: (typeof rows)[number] | (typeof neighbours)[number],
): Municipality {
  return {
    _id: `${centre}-${slug}`,
    schemaVersion,
    centre,
    name,
    postcodes: [...postcodes],
    position: { lat, lon },
  };
}

const byName = new Map(demoMunicipalities.map((one) => [one.name, one]));

/** The municipality of this name. */
export function municipalityOf(town: Town | NeighbourTown): Municipality {
  return byName.get(town) as Municipality;
}
