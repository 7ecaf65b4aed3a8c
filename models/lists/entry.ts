/** Entries of a centre's dated lists: occasions, fields of action, programmes, target groups, funding lines, agency groups. */
import { z } from 'zod';
import { id, line, localDate, requestKey, text } from '../shape.ts';

/** What is valid for a while; both days belong to it, and without `to` it goes on. */
const dated = { from: localDate, to: localDate.optional() };

/** Ages in whole years, both belong to it; no birth date is ever needed. */
const ageBand = z.strictObject({
  from: z.int().min(0).max(120),
  to: z.int().min(0).max(120).optional(),
});

/** A programme begins town by town. */
const activation = z.strictObject({ municipality: id, ...dated });
export type Activation = z.infer<typeof activation>;

const member = z.strictObject({ agency: id, ...dated });
export type Member = z.infer<typeof member>;

const common = { label: line(120), ...dated, notes: text(1000).optional() };

/** What is written into an entry of each kind. */
export const written = {
  occasion: z.strictObject({ ...common, fieldOfAction: id.optional() }),
  field_of_action: z.strictObject(common),
  programme: z.strictObject({
    ...common,
    /** Who runs it, in words. */
    owner: line(120),
    /** Where it runs; without any it runs in the whole centre. */
    activations: z.array(activation).max(200).optional(),
  }),
  target_group: z.strictObject({ ...common, ages: ageBand.optional() }),
  funding_line: z.strictObject({ ...common, funder: line(120), legalBasis: line(200) }),
  agency_group: z.strictObject({ ...common, members: z.array(member).max(500).optional() }),
};

export type Kind = keyof typeof written;

const kept = {
  _id: id,
  schemaVersion: z.number().int(),
  centre: id,
  version: z.number().int(),
  createdAt: z.date(),
  request: requestKey.optional(),
};

const listEntry = z.discriminatedUnion('kind', [
  written.occasion.extend({ ...kept, kind: z.literal('occasion') }),
  written.field_of_action.extend({ ...kept, kind: z.literal('field_of_action') }),
  written.programme.extend({ ...kept, kind: z.literal('programme') }),
  written.target_group.extend({ ...kept, kind: z.literal('target_group') }),
  written.funding_line.extend({ ...kept, kind: z.literal('funding_line') }),
  written.agency_group.extend({ ...kept, kind: z.literal('agency_group') }),
]);
type ListEntry = z.infer<typeof listEntry>;

/** Every part that an entry of some kind may have. */
type Part<Entry> = Entry extends unknown ? keyof Entry : never;
type Held<Entry, Key> = Entry extends unknown ? (Key extends keyof Entry ? Entry[Key] : never) : never;

/** An entry whose kind nobody has asked for yet: what every kind has, and what some may have. */
export type AnyEntry = Pick<ListEntry, keyof ListEntry> & {
  [Key in Exclude<Part<ListEntry>, keyof ListEntry>]?: Held<ListEntry, Key> | undefined;
};
