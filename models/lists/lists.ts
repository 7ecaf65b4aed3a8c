/** Reading, adding and changing the entries of a centre's lists. Nothing is deleted: what has been used gets a last day. */
import { findAgencies } from '../agency.ts';
import { type Call, createOnce } from '../calls/once.ts';
import { type Place, readPage, type Wanted } from '../calls/page.ts';
import { type Patch, patched, revise } from '../calls/revision.ts';
import { findMunicipalities } from '../municipality.ts';
import { type FieldError, PoolError } from '../pool-error.ts';
import { checkEntry } from '../rules/lists/dated.ts';
import { found, isDuplicateOf, schemaVersion, trusted } from '../storage.ts';
import type { AnyEntry, Kind } from './entry.ts';
import { ListEntries, sameEntry } from './storage.ts';

/** What a client says about an entry; the shape of its kind has let it through. */
export type Values = Partial<
  Omit<AnyEntry, '_id' | 'schemaVersion' | 'centre' | 'version' | 'createdAt' | 'kind'>
> &
  Pick<AnyEntry, 'label' | 'from'>;

/** Which entries: of these centres, valid on this day, running in this municipality. */
export type ListFilter = {
  centres: string[];
  kind: Kind;
  on?: string | undefined;
  municipality?: string | undefined;
  fieldOfAction?: string | undefined;
  agency?: string | undefined;
};

/** One page of the entries, by label. */
export async function listEntries(
  filter: ListFilter,
  wanted: Wanted,
): Promise<{ items: AnyEntry[]; next?: Place }> {
  const { centres, kind, on, municipality, fieldOfAction, agency } = filter;
  const conditions = [
    { centre: trusted({ $in: centres }), kind },
    ...(on ? [validOn(on)] : []),
    ...(fieldOfAction ? [{ fieldOfAction }] : []),
    ...(municipality ? [runningIn(municipality, on)] : []),
    ...(agency ? [{ members: trusted({ $elemMatch: { agency, ...(on && validOn(on)) } }) }] : []),
  ];
  return readPage(ListEntries, 'label', { $and: conditions }, wanted);
}

/** The entry of this kind with this id. @throws `not_found` */
export async function findEntry(kind: Kind, entry: string): Promise<AnyEntry> {
  return found(await ListEntries.findOne({ _id: entry, kind }).lean<AnyEntry>());
}

/** Entries of these kinds in a centre, whenever they are valid. */
export async function entriesOf(centre: string, kinds: Kind[]): Promise<AnyEntry[]> {
  return ListEntries.find({ centre, kind: trusted({ $in: kinds }) }).lean<AnyEntry[]>();
}

/**
 * Adds an entry to a list of a centre.
 * @throws `invalid_input`; `already_there` when the list has this label from this day on; `key_reused`
 */
export async function createEntry(
  where: { kind: Kind; centre: string },
  values: Values,
  call: Call,
): Promise<AnyEntry> {
  return createOnce(call, findMade, async (_id) => {
    const entry: AnyEntry = {
      ...values,
      ...where,
      _id,
      schemaVersion,
      version: 1,
      createdAt: call.now,
      ...(call.request && { request: call.request }),
    };
    await refuseWrong(entry);
    return refusingTwins(async () => (await ListEntries.create(entry)).toObject<AnyEntry>());
  });
}

/** Stores many entries as they are, as the demo pool does. */
export async function insertEntries(values: AnyEntry[]): Promise<void> {
  await ListEntries.insertMany(values);
}

/** Changes an entry, for instance by giving it a last day. @throws `stale_version`; as `createEntry` does */
export async function changeEntry(
  entry: string,
  patch: Patch<Values>,
  versions: number[] | undefined,
): Promise<AnyEntry> {
  return refusingTwins(() =>
    revise<AnyEntry>(ListEntries, entry, versions, async (present) => {
      await refuseWrong(patched(present, patch as Patch<AnyEntry>));
      return patch as Patch<AnyEntry>;
    }),
  );
}

async function refuseWrong(entry: AnyEntry): Promise<void> {
  const errors = [...checkEntry(entry), ...(await unknownReferences(entry))];
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
}

/** What an entry names belongs to its own centre. */
async function unknownReferences({ centre, ...entry }: AnyEntry): Promise<FieldError[]> {
  const { activations = [], members = [], fieldOfAction } = entry;
  const [municipalities, agencies, fields] = await Promise.all([
    findMunicipalities(activations.map(({ municipality }) => municipality)),
    findAgencies(members.map(({ agency }) => agency)),
    fieldOfAction ? entriesOf(centre, ['field_of_action']) : [],
  ]);
  const isField = fields.some(({ _id }) => _id === fieldOfAction);
  return [
    ...(fieldOfAction && !isField ? [unknown('fieldOfAction', fieldOfAction)] : []),
    ...activations.flatMap(({ municipality }, index) =>
      municipalities.get(municipality)?.centre === centre
        ? []
        : [
            {
              path: `activations.${index}.municipality`,
              code: 'municipality_unknown',
              params: { sent: municipality },
            },
          ],
    ),
    ...members.flatMap(({ agency }, index) =>
      agencies.get(agency)?.centre === centre ? [] : [unknown(`members.${index}.agency`, agency)],
    ),
  ];
}

function unknown(path: string, sent: string): FieldError {
  return { path, code: 'unknown_reference', params: { sent } };
}

async function refusingTwins<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateOf(error, sameEntry)) throw new PoolError('already_there');
    throw error;
  }
}

async function findMade(id: string) {
  const made = await ListEntries.findOne({ _id: id }).lean<AnyEntry>();
  return made ? { made, done: { at: made.createdAt, request: made.request } } : undefined;
}

function validOn(day: string): object {
  return {
    from: trusted({ $lte: day }),
    $or: [{ to: trusted({ $exists: false }) }, { to: trusted({ $gte: day }) }],
  };
}

/** Where nothing is said, a programme runs in the whole centre. */
function runningIn(municipality: string, on: string | undefined): object {
  return {
    $or: [
      { activations: trusted({ $exists: false }) },
      { activations: trusted({ $size: 0 }) },
      { activations: trusted({ $elemMatch: { municipality, ...(on && validOn(on)) } }) },
    ],
  };
}
