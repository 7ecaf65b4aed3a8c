/** Leaving: people who have left, and agencies that ask no more, hold nothing ahead, even when a process died on the way. */
import { finishAgencies, finishLeaving } from '../models/assignment/leaving.ts';
import { interpretersToFree } from '../models/interpreter.ts';
import { each, type OnError } from './each.ts';
import { emailChanges } from './email-changes.ts';

/** @returns how many were looked after */
export async function leaving(now: Date, onError: OnError): Promise<number> {
  const people = await interpretersToFree();
  await each(people, (person) => finishLeaving(person, now), onError, 'interpreter');
  return people.length + (await finishAgencies(now));
}

/** What people have begun and a process has left before the end: leaving, and changes of address. @returns how many */
export async function unfinishedPeople(now: Date, onError: OnError): Promise<number> {
  return (await leaving(now, onError)) + (await emailChanges(now, onError));
}
