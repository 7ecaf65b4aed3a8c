/** Leaving: people who have left, and agencies that ask no more, hold nothing ahead, even when a process died on the way. */
import { agenciesToFree, agenciesWithGoing } from '../models/agency/leaving.ts';
import { finishGoings } from '../models/assignment/contact.ts';
import { finishAgency, finishLeaving } from '../models/assignment/leaving.ts';
import { interpretersToFree } from '../models/interpreter.ts';
import { each, type OnError } from './each.ts';

/** People who leave a centre. @returns how many were looked after */
export async function leaving(now: Date, onError: OnError): Promise<number> {
  const people = await interpretersToFree();
  await each(people, (person) => finishLeaving(person, now), onError, 'interpreter');
  return people.length;
}

/** Agencies that ask no more. @returns how many were looked after */
export async function endingAgencies(now: Date, onError: OnError): Promise<number> {
  const agencies = await agenciesToFree();
  await each(agencies, (agency) => finishAgency(agency, now), onError, 'agency');
  return agencies.length;
}

/** People who ask for an agency no more. @returns how many agencies were looked after */
export async function goingContacts(now: Date, onError: OnError): Promise<number> {
  const agencies = await agenciesWithGoing();
  await each(agencies, (agency) => finishGoings(agency, now), onError, 'agency');
  return agencies.length;
}
