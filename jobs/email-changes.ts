/** Changes of e-mail on which both addresses have agreed, and that a process has left before the end. */
import { agreedChanges, finish } from '../models/account/email-change.ts';
import { each, type OnError } from './each.ts';

/** @returns how many were found */
export async function emailChanges(now: Date, onError: OnError): Promise<number> {
  const agreed = await agreedChanges(now);
  await each(agreed, (change) => finish(change, now), onError, 'change of e-mail');
  return agreed.length;
}
