/** The list of the office: open tasks with the appointments they are about, without those that have settled themselves. */
import { assignmentsOfEvents, findAssignments } from '../assignment/list.ts';
import type { Assignment } from '../assignment/shape.ts';
import { findEvents } from '../event/list.ts';
import type { Event } from '../event/shape.ts';
import type { Message } from '../message.ts';
import { isEventNewsTrue } from '../rules/event-status.ts';
import { isStillTrue } from '../rules/still-true.ts';
import { dropTask, openTasks, outdatedCandidates, type TaskCursor } from './call-tasks.ts';

export type Task = { message: Message; assignment: Assignment | undefined };

/** An event with the assignments that it has. */
type Planned = { event: Event; blocks: Assignment[] };
type Subject = Task & { event: Planned | undefined };

/** One page of what is still to do in these centres, longest waiting first; `next` leads to the following one. */
export async function tasksToDo(
  centres: string[],
  page: { limit: number; after?: TaskCursor | undefined },
  now: Date,
): Promise<{ items: Task[]; next?: TaskCursor }> {
  const found = await openTasks(centres, { ...page, limit: page.limit + 1 });
  const messages = found.slice(0, page.limit);
  const items = (await withSubjects(messages)).filter((task) => isToDo(task, now));
  const last = messages.at(-1);
  return found.length > page.limit && last
    ? { items, next: { createdAt: last.createdAt, id: last._id } }
    : { items };
}

/** Takes off the list what nobody has to say any more, however long it is. @returns how many */
export async function dropOutdatedTasks(now: Date, step = 500): Promise<number> {
  let dropped = 0;
  let after: TaskCursor | undefined;
  for (;;) {
    const messages = await outdatedCandidates(step, after);
    const outdated = (await withSubjects(messages)).filter((task) => !isToDo(task, now));
    for (const { message } of outdated) await dropTask(message);
    dropped += outdated.length;
    const last = messages.at(-1);
    if (!last || messages.length < step) return dropped;
    after = { createdAt: last.createdAt, id: last._id };
  }
}

/** Whether somebody still has to say it: it holds, and its time is not over. */
function isToDo({ message, assignment, event }: Subject, now: Date): boolean {
  if (message.notAfter && message.notAfter <= now) return false;
  if (message.event) return event !== undefined && isNewsOf(event, message, now);
  if (!message.assignment) return true;
  return assignment !== undefined && isStillTrue(message.kind, assignment, message);
}

function isNewsOf({ event, blocks }: Planned, { kind }: Message, now: Date): boolean {
  return event.end > now && isEventNewsTrue(kind, event, blocks);
}

async function withSubjects(messages: Message[]): Promise<Subject[]> {
  const ids = messages.flatMap(({ assignment }) => assignment ?? []);
  const about = [...new Set(messages.flatMap(({ event }) => event ?? []))];
  const [known, events, blocks] = await Promise.all([
    findAssignments([...new Set(ids)]),
    findEvents(about),
    assignmentsOfEvents(about),
  ]);
  const planned = new Map(
    events.map((event) => [event._id, { event, blocks: blocks.filter((one) => one.event === event._id) }]),
  );
  return messages.map((message) => ({
    message,
    assignment: known.get(message.assignment ?? ''),
    event: planned.get(message.event ?? ''),
  }));
}
