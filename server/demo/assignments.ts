/** What the table of requests becomes: assignments with a true history, numbered in the order in which they came in. */
import type { Account } from '../../models/account.ts';
import type { Agency } from '../../models/agency.ts';
import { draftOf, formatNumber, type Requester } from '../../models/assignment/request.ts';
import type { Assignment, Period } from '../../models/assignment/shape.ts';
import type { StoredEvent } from '../../models/event/shape.ts';
import { schemaVersion } from '../../models/storage.ts';
import { addWorkdays, at, dayOf, minutesBefore, noThursday } from './calendar.ts';
import { courses } from './courses.ts';
import { centreId, inventedId, zone } from './invented.ts';
import { municipalityOf, type Town } from './places.ts';
import { type InventedRequest, requests } from './requests.ts';
import type { Stage } from './steps.ts';

/** What assignments need besides the stage: the agencies and those who answer the telephone there. */
export type Cast = { agencies: Agency[]; accounts: Account[] };

/** How far a series of numbers has been used up. */
export type Series = { name: string; value: number };

/** All assignments in the order of their numbers, the events they belong to, and the series behind which new numbers begin. */
export function buildAssignments(
  cast: Cast,
  stage: Stage,
): { assignments: Assignment[]; events: StoredEvent[]; series: Series[] } {
  const assignments: Assignment[] = [];
  const used = new Map<string, number>();
  for (const { createdAt, id, request } of inOrder(stage.now)) {
    const year = dayOf(createdAt).slice(0, 4);
    const count = (used.get(year) ?? 0) + 1;
    used.set(year, count);
    const origin = { id, number: formatNumber(Number(year), count), createdAt };
    const pool = { ...stage.pool, earlier: assignments };
    assignments.push(tell(request, origin, cast, { ...stage, pool }));
  }
  const series = [...used].map(([year, value]) => ({ name: `${centreId}:${year}`, value }));
  return { assignments, events: eventsOf(assignments), series };
}

type Origin = { id: string; number: string; createdAt: Date };

/** The requests in the order in which they came in, no two at the same moment. */
function inOrder(now: Date): { request: InventedRequest; id: string; createdAt: Date }[] {
  const all = requests.map((request, index) => ({
    request,
    id: inventedId('assignment', String(index)),
    createdAt:
      request.created === 'today'
        ? minutesBefore(now, 150 - index)
        : at(addWorkdays(dayOf(now), request.created), `08:${10 + index}`),
  }));
  return all.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/** Lets the rules take a request from its draft to where it is today. */
function tell(request: InventedRequest, origin: Origin, cast: Cast, stage: Stage): Assignment {
  const { id, number, createdAt } = origin;
  const agency = cast.agencies.find(({ name }) => name === request.agency) as Agency;
  const contact = leadOf(agency, cast);
  const requester: Requester = {
    centre: centreId,
    agency: agency._id,
    requestedBy: request.isEnteredByCoordinator ? stage.coordinator : contact._id,
    contact: contact._id,
  };
  const input = inputOf(request, agency, contact, stage.now);
  const draft = draftOf(input, requester, { now: createdAt, zone, number, id });
  const { event } = request;
  const beginning = event ? { ...draft, event: inventedId('event', `${agency.name}:${event}`) } : draft;
  return quiet(courses[request.course].reduce((story, step) => step(story, stage), beginning));
}

/** What has been said is said, unless somebody is to answer it now: then it is the mail that a newcomer finds. */
function quiet(assignment: Assignment): Assignment {
  const isAwaited =
    assignment.status === 'accepted' || assignment.offers.some(({ state }) => state === 'pending');
  return isAwaited ? assignment : { ...assignment, outbox: [] };
}

/** What the agency sent. */
function inputOf(
  request: InventedRequest,
  agency: Agency,
  { name, phone = '' }: Account,
  now: Date,
): Parameters<typeof draftOf>[0] {
  const { language, occasion, wishes, meetingPoint, alternativeAfter } = request;
  const { mode = 'onsite' } = wishes;
  const { address } = agency;
  return {
    language,
    alsoLanguages: [],
    mode,
    alsoModes: [],
    ...periodOf(request, now),
    alternatives: alternativeAfter ? [periodOf(request, now, alternativeAfter)] : [],
    occasion,
    programmes: [],
    genderWish: 'none',
    ...(mode === 'onsite' && {
      venue: { ...address, ...(meetingPoint && { meetingPoint }) },
      position: municipalityOf(address.city as Town).position,
    }),
    onsiteContact: { name, phone },
    ...wishes,
  };
}

function periodOf({ day, time, minutes, isNeverOnThursday }: InventedRequest, now: Date, later = 0): Period {
  const found = addWorkdays(addWorkdays(dayOf(now), day), later);
  const start = at(isNeverOnThursday ? noThursday(found) : found, time);
  return { start, end: new Date(start.getTime() + minutes * 60_000) };
}

function leadOf({ contacts }: Agency, { accounts }: Cast): Account {
  const lead = contacts.find((contact) => contact.lead);
  return accounts.find(({ _id }) => _id === lead?.account) as Account;
}

/** An event is what its assignments have in common; here each of them is one conversation. */
function eventsOf(assignments: Assignment[]): StoredEvent[] {
  const ids = new Set(assignments.flatMap(({ event }) => (event ? [event] : [])));
  return [...ids].map((id) =>
    eventFrom(
      id,
      assignments.filter(({ event }) => event === id),
    ),
  );
}

function eventFrom(_id: string, parts: Assignment[]): StoredEvent {
  const [first] = parts as [Assignment];
  const { agency, occasion, localDate, requestedBy, contact, mode, venue, createdAt } = first;
  const slots = parts.map((part, index) => ({
    number: index + 1,
    start: part.start,
    end: part.end,
    languages: [part.language],
  }));
  return {
    _id,
    schemaVersion,
    centre: centreId,
    agency,
    name: occasion,
    occasion,
    localDate,
    mode,
    ...(venue && { venue }),
    ...(contact && { contact }),
    role: 'contact',
    start: new Date(Math.min(...parts.map(({ start }) => start.getTime()))),
    end: new Date(Math.max(...parts.map(({ end }) => end.getTime()))),
    slots,
    blocks: parts.map(({ _id: assignment, language, start, end }, index) => ({
      assignment,
      language,
      track: 1,
      slots: [index + 1],
      start,
      end,
    })),
    cancellations: [],
    version: 1,
    finishedVersion: 1,
    outbox: [],
    createdBy: requestedBy,
    createdAt,
    updatedAt: createdAt,
  };
}
