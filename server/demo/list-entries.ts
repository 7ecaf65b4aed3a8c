/** The dated lists of Kreis Soest as they are stored. */
import type { AnyEntry, Kind } from '../../models/lists/entry.ts';
import { schemaVersion } from '../../models/storage.ts';
import { at } from './calendar.ts';
import { centreId, inventedId } from './invented.ts';
import * as lists from './lists.ts';
import { municipalityOf, type Town } from './places/municipalities.ts';

/** Every entry, as it was entered on its first day. */
export function buildListEntries(): AnyEntry[] {
  return [
    ...lists.fieldsOfAction.map((one) => entry('field_of_action', one, {})),
    ...lists.occasions.map((one) =>
      entry('occasion', one, {
        fieldOfAction: entryId('field_of_action', one.field),
        ...('referTo' in one && { notes: `Nicht durch den Pool. Hilfe hier: ${one.referTo}` }),
      }),
    ),
    ...lists.programmes.map((one) =>
      entry('programme', one, { owner: one.owner, ...activationsOf(one.activeIn) }),
    ),
    ...lists.targetGroups.map((one) =>
      entry('target_group', one, { ages: { from: one.fromAge, to: one.toAge } }),
    ),
    ...lists.fundingLines.map((one) =>
      entry('funding_line', one, { funder: one.funder, legalBasis: one.legalBasis }),
    ),
    ...lists.agencyGroups.map((one) =>
      entry('agency_group', one, {
        members: one.members.map(({ agency, ...dates }) => ({
          agency: inventedId('agency', agency),
          ...dates,
        })),
      }),
    ),
  ];
}

function entry(
  kind: Kind,
  { name, from, to }: { name: string; from: string; to?: string },
  more: Partial<AnyEntry>,
): AnyEntry {
  return {
    _id: entryId(kind, name),
    schemaVersion,
    centre: centreId,
    kind,
    label: name,
    from,
    ...(to && { to }),
    version: 1,
    createdAt: at(from, '09:00'),
    ...more,
  };
}

function activationsOf(
  activeIn: 'everywhere' | readonly { town: Town; from: string }[],
): Pick<AnyEntry, 'activations'> {
  if (activeIn === 'everywhere') return {};
  return {
    activations: activeIn.map(({ town, ...dates }) => ({ municipality: municipalityOf(town)._id, ...dates })),
  };
}

function entryId(kind: Kind, name: string): string {
  return inventedId(kind, name);
}
