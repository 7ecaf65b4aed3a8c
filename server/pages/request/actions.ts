/** What an agency does on the page of its request; each is the same act as on every other way in. */
import { z } from 'zod';
import { act } from '../../../models/assignment/change.ts';
import { moveAssignment } from '../../../models/assignment/moving.ts';
import { reopenAssignment } from '../../../models/assignment/reopening.ts';
import { findCentre } from '../../../models/centre.ts';
import { readLanguages } from '../../../models/language.ts';
import { PoolError } from '../../../models/pool-error.ts';
import {
  type AgencyAction,
  otherModes,
  relatedLanguages,
} from '../../../models/rules/own-page/agency-actions.ts';
import { line } from '../../../models/shape.ts';
import type { Context } from '../../context.ts';
import { parseInput } from '../../input.ts';
import type { Requested } from './by-token.ts';
import { readTypedTime, typedTime } from './wall-clock.ts';

type Acting = Requested & {
  by: { actor: { role: 'contact'; account: string }; now: Date };
  body: unknown;
};

const actions: Record<AgencyAction, (acting: Acting) => Promise<unknown>> = {
  move: async ({ assignment, by, body }) => {
    const time = await timeIn(body, assignment.centre);
    if (isSameTime(time, assignment)) return;
    refuseOld(body, assignment.sequence);
    await moveAssignment(assignment._id, time, by);
  },
  other_time: async ({ assignment, by, body }) => {
    const time = await timeIn(body, assignment.centre);
    if (time.start <= by.now) {
      throw new PoolError('invalid_input', { errors: [{ path: 'start', code: 'in_the_past' }] });
    }
    await reopenAssignment(assignment._id, time, by);
  },
  other_mode: async ({ assignment, by, body }) => {
    const { mode } = parseInput(z.object({ mode: z.enum(otherModes(assignment)) }), body);
    await reopenAssignment(assignment._id, { modes: [mode] }, by);
  },
  other_language: async ({ assignment, by, body }) => {
    const related = relatedLanguages(assignment, await readLanguages());
    const { language } = parseInput(z.object({ language: z.enum(related) }), body);
    await reopenAssignment(assignment._id, { languages: [language] }, by);
  },
  search_on: ({ assignment, by }) => reopenAssignment(assignment._id, {}, by),
  cancel: ({ assignment, by, body }) =>
    act(assignment._id, 'cancel', parseInput(z.object({ reason: line(200) }), body), by),
  nobody_here: ({ assignment, by }) => act(assignment._id, 'nobody_here', {}, by),
};

/**
 * Does it, in the name of the contact who holds the link. What has been done already is done.
 * @throws `invalid_input` naming the fields of the form; `stale_version` when the time has changed since it was read; what the rule refuses with
 */
export async function actOnRequest(
  requested: Requested,
  action: AgencyAction,
  body: unknown,
  { clock, wake }: Pick<Context, 'clock' | 'wake'>,
): Promise<void> {
  const { status } = requested.assignment;
  const isDone =
    (action === 'cancel' && status === 'cancelled') || (reopens.includes(action) && status === 'requested');
  if (isDone) return;
  const actor = { role: 'contact' as const, account: requested.account._id };
  await actions[action]({ ...requested, body, by: { actor, now: clock() } });
  wake();
}

const reopens: AgencyAction[] = ['other_time', 'other_mode', 'other_language', 'search_on'];

async function timeIn(body: unknown, centre: string): Promise<{ start: Date; end: Date }> {
  const { zone } = await findCentre(centre);
  return readTypedTime(typedTime.parse(body), zone);
}

/** Moving to where it is already, as a second press does, says nothing to anybody. */
function isSameTime(to: { start: Date; end: Date }, { start, end }: { start: Date; end: Date }): boolean {
  return to.start.getTime() === start.getTime() && to.end.getTime() === end.getTime();
}

/** The form says which time it was made for; meanwhile somebody else may have moved the appointment. */
function refuseOld(body: unknown, sequence: number): void {
  const seen = z.object({ sequence: z.coerce.number().int() }).safeParse(body);
  if (seen.success && seen.data.sequence !== sequence) {
    throw new PoolError('stale_version');
  }
}
