/** How the entries of dated lists are stored: one collection, told apart by their kind. */
import { requestPart } from '../calls/once.ts';
import { defineModel, type Fields, type Index, part, required } from '../storage.ts';
import type { Activation, AnyEntry, Member } from './entry.ts';

/** Name of the index that refuses the same entry twice. */
export const sameEntry = 'same_entry';

const fields: Fields<AnyEntry> = {
  _id: required.string,
  schemaVersion: required.number,
  centre: required.string,
  version: required.number,
  createdAt: required.date,
  request: requestPart,
  kind: required.string,
  label: required.string,
  from: required.string,
  to: String,
  notes: String,
  fieldOfAction: String,
  owner: String,
  activations: {
    type: [part<Activation>({ municipality: required.string, from: required.string, to: String })],
    default: undefined,
  },
  ages: part<NonNullable<AnyEntry['ages']>>({ from: required.number, to: Number }),
  funder: String,
  legalBasis: String,
  members: {
    type: [part<Member>({ agency: required.string, from: required.string, to: String })],
    default: undefined,
  },
};

const indexes: Index[] = [
  { key: { centre: 1, kind: 1, label: 1, from: 1 }, options: { name: sameEntry, unique: true } },
];

/** For the files of this folder only; elsewhere entries are read and changed through functions. */
export const ListEntries = defineModel<AnyEntry>('list_entries', fields, indexes);
