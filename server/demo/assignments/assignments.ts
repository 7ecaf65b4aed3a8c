/** What the requests become: assignments with a true history, numbered in the order in which they came in. */
import type { Account } from '../../../models/account.ts';
import type { Agency } from '../../../models/agency.ts';
import { draftOf, formatNumber, type Requester } from '../../../models/assignment/request.ts';
import type { Assignment } from '../../../models/assignment/shape.ts';
import type { StoredEvent } from '../../../models/event/shape.ts';
import { dayOf } from '../calendar.ts';
import { centreId, inventedId, zone } from '../invented.ts';
import { municipalityOf, type Town } from '../places/municipalities.ts';
import { candidatesFor } from './asking.ts';
import { eventsOf } from './events.ts';
import { plannedOf } from './known.ts';
import type { Stage } from './step.ts';
import { type Planned, requestsOfTheYear } from './year/year.ts';

/** What assignments need besides the stage: the agencies and those who answer the telephone there. */
export type Cast = { agencies: Agency[]; accounts: Account[] };

/** How far a series of numbers has been used up. */
export type Series = { name: string; value: number };

/** All assignments in the order of their numbers, the events they belong to, and the series behind which new numbers begin. */
export function buildAssignments(
  cast: Cast,
  stage: Stage,
): { assignments: Assignment[]; events: StoredEvent[]; series: Series[] } {
  const used = new Map<string, number>();
  const assignments = inOrder(stage.now).map((planned) => {
    const year = dayOf(planned.createdAt).slice(0, 4);
    const count = (used.get(year) ?? 0) + 1;
    used.set(year, count);
    const told = tell(planned, formatNumber(Number(year), count), cast, stage);
    stage.pool.diary.add(told);
    return told;
  });
  const series = [...used].map(([year, value]) => ({ name: `${centreId}:${year}`, value }));
  return { assignments, events: eventsOf(assignments), series };
}

/** The requests in the order in which they came in, no two at the same moment. */
function inOrder(now: Date): Planned[] {
  const all = [...plannedOf(now), ...requestsOfTheYear(now)];
  all.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  let last = 0;
  return all.map((planned) => {
    last = Math.max(planned.createdAt.getTime(), last + 1000);
    return { ...planned, createdAt: new Date(last) };
  });
}

/** Lets the rules take a request from its draft to where it is today. */
function tell(planned: Planned, number: string, cast: Cast, stage: Stage): Assignment {
  const agency = cast.agencies.find(({ name }) => name === planned.agency) as Agency;
  const contact = leadOf(agency, cast);
  const requester: Requester = {
    centre: centreId,
    agency: agency._id,
    requestedBy: planned.isEnteredByCoordinator ? stage.coordinators[0] : contact._id,
    contact: contact._id,
  };
  const { createdAt, event, key, ways } = planned;
  const id = inventedId('assignment', key);
  const draft = draftOf(inputOf(planned, agency, contact), requester, { now: createdAt, zone, number, id });
  const beginning = event
    ? { ...draft, event: inventedId('event', `${agency.name}:${event}:${draft.localDate}`) }
    : draft;
  const most = Math.max(...ways.map(({ needs }) => needs));
  const foreseen = most > 0 ? candidatesFor(beginning, stage.pool, createdAt, most) : [];
  const way = ways.find(({ needs }) => needs <= foreseen.length);
  if (!way) throw new Error(`nobody fits ${number} (${planned.language})`);
  return quiet(
    way.steps.reduce(
      (story, step) => step(story, { ...stage, pool: { ...stage.pool, foreseen } }),
      beginning,
    ),
    stage.now,
  );
}

/** What has been said is said, unless somebody is to answer it now: then it is the mail that a newcomer finds. */
function quiet(assignment: Assignment, now: Date): Assignment {
  const isAwaited =
    assignment.status === 'accepted' || assignment.offers.some(({ state }) => state === 'pending');
  return isAwaited && assignment.start > now ? assignment : { ...assignment, outbox: [] };
}

/** What the agency sent. */
function inputOf(
  { language, start, end, alternatives, occasion, wishes, meetingPoint }: Planned,
  { address }: Agency,
  { name, phone = '' }: Account,
): Parameters<typeof draftOf>[0] {
  const { mode = 'onsite' } = wishes;
  return {
    language,
    alsoLanguages: [],
    mode,
    alsoModes: [],
    start,
    end,
    alternatives,
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

function leadOf({ contacts }: Agency, { accounts }: Cast): Account {
  const lead = contacts.find((contact) => contact.lead);
  return accounts.find(({ _id }) => _id === lead?.account) as Account;
}
