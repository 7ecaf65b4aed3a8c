/** A search that opens again: one that had ended without anybody, or an appointment that was called off. */
import type { Reopening } from '../rules/transitions/closing.ts';
import { decide } from '../rules/transitions.ts';
import { act, type By, changeAssignment, situationOf } from './change.ts';
import { refuseBadFields, refuseInactive } from './moving.ts';
import type { Assignment } from './shape.ts';

/** What may be different when a search opens again; `modes` and `languages` would do as well. */
type Reopened = {
  start?: Date | undefined;
  end?: Date | undefined;
  modes?: Assignment['alsoModes'] | undefined;
  languages?: string[] | undefined;
};

/**
 * Opens a search again, perhaps for another time or with more that would do as well.
 * @throws `too_late` when its time has passed and no other is named; `invalid_input`, `wrong_status`, `forbidden`
 */
export async function reopenAssignment(
  id: string,
  { start, end, modes, languages }: Reopened,
  by: By,
): Promise<Assignment> {
  await refuseInactive(id);
  return changeAssignment(
    id,
    async (current) => {
      const input: Reopening = {
        ...(start && end && { start, end }),
        ...(modes && { alsoModes: without(current.mode, [...current.alsoModes, ...modes]) }),
        ...(languages && {
          alsoLanguages: without(current.language, [...current.alsoLanguages, ...languages]),
        }),
      };
      const situation = await situationOf(current.centre, by.actor, by.now);
      if (start || languages || modes) await refuseBadFields({ ...current, ...input }, by.now);
      return decide(current, 'reopen', input, situation);
    },
    by,
  );
}

/** Undoes a cancellation. @throws `agency_inactive`; `too_late`, `wrong_status`, `forbidden` */
export async function restoreAssignment(id: string, by: By): Promise<Assignment> {
  await refuseInactive(id);
  return act(id, 'restore', {}, by);
}

function without<T>(first: T, rest: T[]): T[] {
  return [...new Set(rest)].filter((one) => one !== first);
}
