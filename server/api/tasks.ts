/** Tasks of the office: whom to call because no mail can reach them, and what to say. */
import { z } from 'zod';
import { type Account, findAccounts } from '../../models/account.ts';
import { act } from '../../models/assignment/change.ts';
import { actingRole } from '../../models/assignment/shape.ts';
import { type Centre, findCentre, listCentres } from '../../models/centre.ts';
import { endTask, findTask } from '../../models/message/call-tasks.ts';
import { type Task, tasksToDo } from '../../models/message/to-do.ts';
import type { Message } from '../../models/message.ts';
import { noticeKind } from '../../models/notice.ts';
import { PoolError } from '../../models/pool-error.ts';
import { urgencyOf } from '../../models/rules/urgency.ts';
import { id, type Locale, line, locale } from '../../models/shape.ts';
import { failureText } from '../../templates/words/tasks.ts';
import { actingAs, type Caller, coordinates, scopeOf } from '../access.ts';
import type { Context } from '../context.ts';
import { endpoint } from '../endpoint.ts';
import { readTextCursor, writeTextCursor } from './cursor.ts';
import { writeInstant, writtenInstant } from './instants.ts';
import { linkToNext } from './next.ts';

const taskView = z
  .object({
    id: z.string(),
    /** Somebody without e-mail has to be called; or a mail did not get through. */
    kind: z.enum(['call', 'mail_failed']),
    notice: noticeKind,
    centre: id,
    person: z.object({
      account: id,
      name: z.string(),
      role: actingRole,
      phone: z.string().optional(),
      language: locale,
    }),
    assignment: z.object({ id, number: z.string(), start: writtenInstant }).optional(),
    offer: id.optional(),
    emailChange: id.optional(),
    since: writtenInstant,
    urgency: z.enum(['urgent', 'soon', 'normal']),
    say: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Task' });

type Around = { people: Map<string, Account>; centre: Centre; now: Date; locale: Locale; context: Context };

async function viewOf({ message, assignment }: Task, around: Around): Promise<z.input<typeof taskView>> {
  const { people, centre, now, context } = around;
  const { _id, kind, account, role, offer, emailChange, createdAt, status, lastError } = message;
  const person = people.get(account);
  const say = await context.readOut(message, assignment);
  return {
    id: _id,
    kind: status === 'by_hand' ? 'call' : 'mail_failed',
    notice: kind,
    centre: centre._id,
    person: {
      account,
      role,
      name: person?.name ?? '–',
      language: person?.locale ?? 'de',
      ...(person?.phone && { phone: person.phone }),
    },
    ...(assignment && {
      assignment: {
        id: assignment._id,
        number: assignment.number,
        start: writeInstant(assignment.start, centre.zone),
      },
    }),
    ...(offer && { offer }),
    ...(emailChange && { emailChange }),
    since: writeInstant(createdAt, centre.zone),
    urgency: urgencyOf(assignment?.start, now),
    ...(say && { say }),
    ...(status === 'dead' && { reason: failureText(lastError?.code, around.locale) }),
  };
}

/** The centres whose office the caller is. @throws `forbidden` when there is none */
function officesOf(caller: Caller): string[] {
  const { centres = [] } = scopeOf(caller);
  if (centres.length === 0) throw new PoolError('forbidden');
  return centres;
}

/** The task, for coordinators of its centre. @throws `not_found` */
async function taskFor(caller: Caller, task: string): Promise<Message> {
  const message = await findTask(task);
  if (!message.centre || !coordinates(caller, [message.centre])) throw new PoolError('not_found');
  return message;
}

/** That somebody has seen to it, and when. */
async function viewDone({ _id, centre, done }: Message, now: Date) {
  const { zone } = await findCentre(centre as string);
  return { id: _id, doneAt: writeInstant(done?.at ?? now, zone), ...(done?.note && { note: done.note }) };
}

export const taskEndpoints = [
  endpoint({
    method: 'get',
    path: '/tasks',
    summary: 'Whom to call and what to say, and mails that did not get through; longest waiting first.',
    status: 200,
    query: z.strictObject({
      cursor: line(400).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
    reply: z.object({ items: z.array(taskView), next: z.string().optional() }),
    heads: ['Link'],
    refuses: [403],
    handle: async ({ query, caller, now, locale: language, context, request }) => {
      const after = readTextCursor(query.cursor, /^\d{1,15}$/);
      const { items, next } = await tasksToDo(
        officesOf(caller),
        { limit: query.limit, after: after && { createdAt: new Date(Number(after[0])), id: after[1] } },
        now,
      );
      const people = await findAccounts(items.map(({ message }) => message.account));
      const centres = new Map((await listCentres()).map((centre) => [centre._id, centre]));
      const around = { people, now, locale: language, context };
      const views = await Promise.all(
        items.map((task) =>
          viewOf(task, { ...around, centre: centres.get(task.message.taskOf ?? '') as Centre }),
        ),
      );
      const cursor = next && writeTextCursor([String(next.createdAt.getTime()), next.id]);
      return {
        body: { items: views, ...(cursor && { next: cursor }) },
        ...linkToNext(cursor, request, context),
      };
    },
  }),
  endpoint({
    method: 'post',
    path: '/tasks/{id}/done',
    summary: 'Somebody has called. After a question their time to answer runs from now on.',
    status: 200,
    params: z.strictObject({ id: line(300) }),
    body: z.strictObject({ note: line(200).optional() }),
    reply: z.object({ id: z.string(), doneAt: writtenInstant, note: z.string().optional() }),
    refuses: [403, 404],
    handle: async ({ params, body, caller, now, context }) => {
      const message = await taskFor(caller, params.id);
      const actor = actingAs(caller, 'coordinator');
      if (message.kind === 'offer' && message.assignment && message.offer && !message.done) {
        await act(message.assignment, 'call', { offer: message.offer, ...body }, { actor, now });
      }
      await endTask(message._id, { at: now, by: caller.account._id, ...body });
      context.wake();
      return { body: await viewDone(await findTask(message._id), now) };
    },
    again: async ({ params, caller, now }) => ({
      body: await viewDone(await taskFor(caller, params.id), now),
    }),
  }),
];
