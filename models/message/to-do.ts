/** The list of the office: open tasks with the appointments they are about, without those that have settled themselves. */
import { findAssignments } from '../assignment/list.ts';
import type { Assignment } from '../assignment/shape.ts';
import type { Message } from '../message.ts';
import { isStillTrue } from '../rules/still-true.ts';
import { dropTask, openTasks, outdatedCandidates, type TaskCursor } from './call-tasks.ts';

export type Task = { message: Message; assignment: Assignment | undefined };

/** One page of what is still to do in these centres, longest waiting first; `next` leads to the following one. */
export async function tasksToDo(
  centres: string[],
  page: { limit: number; after?: TaskCursor | undefined },
  now: Date,
): Promise<{ items: Task[]; next?: TaskCursor }> {
  const found = await openTasks(centres, { ...page, limit: page.limit + 1 });
  const messages = found.slice(0, page.limit);
  const items = (await withAssignments(messages)).filter((task) => isToDo(task, now));
  const last = messages.at(-1);
  return found.length > page.limit && last
    ? { items, next: { createdAt: last.createdAt, id: last._id } }
    : { items };
}

/** Takes off the list what nobody has to say any more. @returns how many */
export async function dropOutdatedTasks(now: Date): Promise<number> {
  const outdated = (await withAssignments(await outdatedCandidates())).filter((task) => !isToDo(task, now));
  for (const { message } of outdated) await dropTask(message);
  return outdated.length;
}

/** Whether somebody still has to say it: it holds, and its time is not over. */
function isToDo({ message, assignment }: Task, now: Date): boolean {
  if (message.notAfter && message.notAfter <= now) return false;
  if (!message.assignment) return true;
  return assignment !== undefined && isStillTrue(message.kind, assignment, message);
}

async function withAssignments(messages: Message[]): Promise<Task[]> {
  const ids = messages.flatMap(({ assignment }) => assignment ?? []);
  const known = await findAssignments([...new Set(ids)]);
  return messages.map((message) => ({ message, assignment: known.get(message.assignment ?? '') }));
}
