/** The turns an assignment can take, each a POST of its own. Who may do what, and when, stands in models/rules/transitions. */
import { z } from 'zod';
import { act, findAssignment } from '../../../models/assignment/change.ts';
import { moveAssignment, newTime } from '../../../models/assignment/moving.ts';
import { assignByHand, replaceBooked } from '../../../models/assignment/placing.ts';
import { reopenAssignment, restoreAssignment } from '../../../models/assignment/reopening.ts';
import { type Assignment, hold, refusalCode, unfilledReason } from '../../../models/assignment/shape.ts';
import { findCentre } from '../../../models/centre.ts';
import type { Actor } from '../../../models/rules/transitions/situation.ts';
import { type Action, transitions } from '../../../models/rules/transitions.ts';
import { workingDaysAfter } from '../../../models/rules/working-days.ts';
import { gridInstant, id, instant, line, mode } from '../../../models/shape.ts';
import { actorFor, standingsTo } from '../../access.ts';
import { type Endpoint, endpoint, expectedVersion } from '../../endpoint.ts';
import { describesLanguage } from '../languages.ts';
import { assignmentView, viewAssignment, withoutMeeting } from './view.ts';

const reason = line(200);
const placing = z.strictObject({ interpreter: id, note: reason, override: reason.optional() });

type By = { actor: Actor; now: Date; version?: number | undefined };

/** The row of the table behind a path, so that somebody with several roles acts in one that may. */
function actionOf(path: string): Action | undefined {
  const action = path.replaceAll('-', '_');
  return Object.hasOwn(transitions, action) ? (action as Action) : undefined;
}

/** One turn: whoever may see the assignment may try; the table decides. */
function turn<Body extends z.ZodType>(
  path: string,
  summary: string,
  body: Body,
  run: (assignment: Assignment, body: z.output<Body>, by: By) => Promise<Assignment>,
): Endpoint {
  return endpoint({
    method: 'post',
    path: `/assignments/{id}/${path}`,
    summary,
    status: 200,
    params: z.strictObject({ id }),
    body,
    reply: assignmentView,
    heads: ['ETag'],
    refuses: [403, 404, 409, 412],
    handle: async ({ params, body: sent, caller, now, versions, context }) => {
      const before = await findAssignment(params.id);
      const actor = actorFor(caller, before, actionOf(path));
      const version = expectedVersion(versions, before.version);
      const after = await run(before, sent as z.output<Body>, { actor, now, version });
      context.wake();
      const view = await viewAssignment(after, caller, actor.role);
      return {
        body: standingsTo(caller, after).length > 0 ? view : withoutMeeting(view),
        version: after.version,
      };
    },
  });
}

/** Working days within which an agency hears of a request that somebody has to look at first. */
const lookWorkingDays = 2;

export const turnEndpoints: Endpoint[] = [
  turn(
    'hold',
    'Nobody is asked until somebody has looked. Without `answerBy` the agency hears within two working days.',
    z.strictObject({ code: hold.shape.code, answerBy: instant.optional() }),
    async ({ _id, centre }, { code, answerBy }, by) => {
      const { zone, rules } = await findCentre(centre);
      const days = { zone, state: rules.federalState ?? 'NW' };
      const until = answerBy ?? workingDaysAfter(by.now, lookWorkingDays, days);
      return act(_id, 'hold', { code, answerBy: until }, by);
    },
  ),
  turn('unhold', 'Somebody has looked: the search goes on.', z.strictObject({}), ({ _id }, _body, by) =>
    act(_id, 'unhold', {}, by),
  ),
  turn(
    'verify',
    'The address of an open request is right, as a call has shown.',
    z.strictObject({}),
    ({ _id }, _body, by) => act(_id, 'verify', {}, by),
  ),
  turn(
    'reject',
    'Not for this pool; the agency hears where else to go.',
    z.strictObject({ code: refusalCode }),
    ({ _id }, body, by) => act(_id, 'reject', body, by),
  ),
  turn(
    'release',
    'Let the person booked go; the search opens again.',
    z.strictObject({ reason }),
    ({ _id }, body, by) => act(_id, 'release', body, by),
  ),
  turn(
    'give-back',
    'The person booked cannot come after all; the search opens again. Always possible, late or not.',
    z.strictObject({ reason: reason.optional() }),
    ({ _id }, body, by) => act(_id, 'give_back', body, by),
  ),
  turn(
    'replace',
    'Another person takes over. `override` books against a conflict, with its reason.',
    placing,
    ({ _id }, body, by) => replaceBooked(_id, body, by),
  ),
  turn(
    'assign',
    'Somebody has said yes on the telephone. `override` books against a conflict, with its reason.',
    placing,
    ({ _id }, body, by) => assignByHand(_id, body, by),
  ),
  turn('move', 'Another time, or another place.', newTime, ({ _id }, body, by) =>
    moveAssignment(_id, body, by),
  ),
  turn(
    'keep',
    'The person booked can come at the new time as well.',
    z.strictObject({}),
    ({ _id }, _body, by) => act(_id, 'keep', {}, by),
  ),
  turn(
    'not-keep',
    'The person booked cannot come at the new time; the search opens again.',
    z.strictObject({ reason: reason.optional() }),
    ({ _id }, body, by) => act(_id, 'not_keep', body, by),
  ),
  turn(
    'restore',
    'Undo a cancellation: whoever was booked is asked first and alone.',
    z.strictObject({}),
    ({ _id }, _body, by) => restoreAssignment(_id, by),
  ),
  turn(
    'reopen',
    'Search again: for the same time or another, perhaps with more modes or languages that would do.',
    z
      .strictObject({
        start: gridInstant.optional(),
        end: gridInstant.optional(),
        modes: z.array(mode).min(1).max(2).optional(),
        languages: describesLanguage(z.array(id).min(1).max(5)).optional(),
      })
      .refine(({ start, end }) => (start === undefined) === (end === undefined), {
        path: ['end'],
        error: 'start_and_end',
      }),
    ({ _id }, body, by) => reopenAssignment(_id, body, by),
  ),
  turn(
    'withdraw',
    'Take back questions: these people need not answer any more.',
    z.strictObject({ interpreters: z.array(id).min(1).max(50) }),
    ({ _id }, body, by) => act(_id, 'withdraw', body, by),
  ),
  turn(
    'give-up',
    'End the search; the agency hears why.',
    z.strictObject({ reason: unfilledReason }),
    ({ _id }, body, by) => act(_id, 'give_up', body, by),
  ),
];
