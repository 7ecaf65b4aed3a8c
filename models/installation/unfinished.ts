/** Marks of what was begun and must be begun anew if it was cut off; without its mark nothing counts as left behind by us. */
import { defineModel, type Fields, required } from '../storage.ts';

type Mark = { _id: string };
const fields: Fields<Mark> = { _id: required.string };
const Marks = defineModel<Mark>('unfinished', fields);

/** Says that this has been begun; to be called before its first write. */
export async function markUnfinished(what: string): Promise<void> {
  await Marks.updateOne({ _id: what }, {}, { upsert: true });
}

/** Whether this was begun and has not ended. */
export async function isUnfinished(what: string): Promise<boolean> {
  return (await Marks.exists({ _id: what })) !== null;
}

/** Says that this is complete, or of no concern any more. */
export async function markFinished(what: string): Promise<void> {
  await Marks.deleteOne({ _id: what });
}
