/** The steps of which the demo assignments are told; each is a change that the rules of the pool decide, at a time of its own. */
import type { ActingRole, Assignment, Offer, UnfilledReason } from '../../models/assignment/shape.ts';
import { answerBy } from '../../models/rules/offer-plan.ts';
import { applyChange } from '../../models/rules/transitions/change.ts';
import type { Actor } from '../../models/rules/transitions/situation.ts';
import { type Action, decide, type Input } from '../../models/rules/transitions.ts';
import { gridMinutes } from '../../models/shape.ts';
import { bookingFor, cellsOf, nextOffer, type Pool } from './asking.ts';
import { addWorkdays, at, dayOf, minutesBefore } from './calendar.ts';
import { inventedId } from './invented.ts';
import { sparedPerson } from './people.ts';

/** Around a story: the pool, the present, and the accounts of those who run the centre. */
export type Stage = { pool: Pool; now: Date; coordinator: string; clerk: string };

/** When a step happened, told from the story so far. */
export type When = (story: Assignment, now: Date) => Date;

/** One step further. What had to be said before has been said: only the newest change leaves something in the outbox. */
export type Step = (story: Assignment, stage: Stage) => Assignment;

/** So many working days after the request came in. */
export function later(days: number, time: string): When {
  return ({ createdAt }) => at(addWorkdays(dayOf(createdAt), days), time);
}

/** So many working days after the appointment. */
export function afterwards(days: number, time: string): When {
  return ({ end }) => at(addWorkdays(dayOf(end), days), time);
}

/** So many minutes before the pool was loaded, and by the last digit of the number a few more, for no two do it at once. */
export function ago(minutes: number): When {
  return ({ number }, now) => minutesBefore(now, minutes + Number(number.slice(-1)));
}

/** So many minutes before the appointment. */
export function beforehand(minutes: number): When {
  return ({ start }) => minutesBefore(start, minutes);
}

/** The moment at which the request came in. */
const atOnce: When = ({ createdAt }) => createdAt;

/** The moment from which the appointment is over, or has begun without anybody. */
const inTheEnd: When = ({ status, start, end }) => (status === 'confirmed' ? end : start);

const whenTheAnswerIsDue: When = ({ offers }) => (offers.at(-1) as Offer).expiresAt;

/** The request comes in, held for a look until noon in two days where it says so. */
export function submits({ isHeld = false } = {}): Step {
  return (story, stage) => {
    const answerBy = at(addWorkdays(dayOf(stage.now), 2), '12:00');
    const role = story.requestedBy === stage.coordinator ? 'coordinator' : 'contact';
    return does('submit', role, atOnce, () => (isHeld ? { hold: { code: 'new_agency', answerBy } } : {}))(
      story,
      stage,
    );
  };
}

/** A request from the open form, whose address nobody has checked yet. */
export const submitsUnchecked: Step = does('submit', 'link', atOnce, () => ({ unverified: true }));

/** The next round asks the best of those who fit. */
export function asks(when: When): Step {
  return does('ask', 'coordinator', when, (story, { pool }, now) => ({
    offers: [nextOffer(story, pool, now)],
  }));
}

/** The person asked says no. */
export function declines(when: When): Step {
  return does('decline', 'interpreter', when, (story) => ({ offer: openOffer(story).id }));
}

/** The time to answer passes. */
export const lapses: Step = does('lapse', 'system', whenTheAnswerIsDue, () => ({ unsent: [] }));

/** Everybody who fits has been asked. */
export function exhausts(when: When): Step {
  return does('exhaust', 'coordinator', when, () => ({}));
}

/** The person asked says yes. */
export function accepts(when: When): Step {
  return does('accept', 'interpreter', when, (story, { pool }, now) => {
    const offer = openOffer(story);
    return { offer: offer.id, booking: bookingFor(story, offer, pool, now) };
  });
}

/** The coordinator calls somebody who is otherwise never asked, and writes down the yes. */
export function acceptsOnThePhone(when: When): Step {
  return does('accept', 'coordinator', when, (story, { pool }, now) => {
    const id = inventedId('offer', `${story._id}:telephone`);
    const interpreter = inventedId('interpreter', sparedPerson);
    const person = { id, interpreter, account: inventedId('account', sparedPerson) };
    const expiresAt = answerBy(now, story.start);
    const asked: Offer = {
      ...person,
      round: story.round,
      state: 'pending',
      askedAt: now,
      sendAt: now,
      expiresAt,
      sequence: story.sequence,
    };
    return { offer: id, asked, booking: bookingFor(story, person, pool, now) };
  });
}

/** The coordinator books firmly. */
export function confirms(when: When): Step {
  return does('confirm', 'coordinator', when, () => ({}));
}

/** The person booked cannot after all. */
export function givesBack(when: When): Step {
  return does('give_back', 'interpreter', when, () => ({}));
}

/** The agency needs another time on the same day; the person booked still has to say whether that goes. */
export function moves(minutes: number, when: When): Step {
  return does('move', 'contact', when, (story, { pool }, now) => {
    const start = new Date(story.start.getTime() + minutes * 60_000);
    const end = new Date(story.end.getTime() + minutes * 60_000);
    const cells = story.booking && cellsOf({ ...story, start, end }, story.booking.interpreter, pool);
    return { start, end, keepBy: answerBy(now, start), ...(cells && { cells }) };
  });
}

/** The agency or the coordination calls it off. */
export function cancels(by: 'contact' | 'coordinator', reason: string, when: When): Step {
  return does('cancel', by, when, () => ({ reason }));
}

/** The search ends without anybody. */
export function givesUp(reason: UnfilledReason, when: When): Step {
  return does('give_up', 'coordinator', when, () => ({ reason }));
}

/** This occasion is not the pool's. */
export function rejects(code: string, when: When): Step {
  return does('reject', 'coordinator', when, () => ({ code }));
}

/** The time has come. */
export const ends: Step = does('end', 'system', inTheEnd, () => ({}));

/** The interpreter writes down the times; the way there and back is what the booking held beside the appointment. */
export function records(when: When): Step {
  return does('record', 'interpreter', when, ({ start, end, booking }) => ({
    start,
    end,
    travelMinutes: (booking?.cells?.length ?? 0) * gridMinutes - minutesBetween(start, end),
    outcome: 'done',
  }));
}

/** The agency agrees with the times. */
export function countersigns(when: When): Step {
  return does('countersign', 'contact', when, () => ({}));
}

/** Paid with the list of the month. Rates of the Kreis in 2024: 25 € for the first hour begun, 15 € for each further one. */
export function settles(when: When): Step {
  return does('settle', 'clerk', when, ({ start, end }, _stage, now) => {
    const hours = Math.ceil(minutesBetween(start, end) / 60);
    const [year, month] = dayOf(now).split('-');
    return { list: `${month}/${year}`, cents: 2500 + 1500 * (hours - 1) };
  });
}

function does<Name extends Action>(
  action: Name,
  role: ActingRole,
  when: When,
  inputOf: (story: Assignment, stage: Stage, now: Date) => Input<Name>,
): Step {
  return (story, stage) => {
    const now = when(story, stage.now);
    const { centre } = stage.pool;
    const situation = { now, actor: actorOf(role, story, stage), centre, coordinators: [stage.coordinator] };
    const change = decide(story, action, inputOf(story, stage, now), situation);
    if (!change) throw new Error(`${action} changes nothing in ${story.number}`);
    return applyChange({ ...story, outbox: [] }, change);
  };
}

function actorOf(role: ActingRole, story: Assignment, { coordinator, clerk }: Stage): Actor {
  switch (role) {
    case 'contact':
      return { role, account: story.contact ?? story.requestedBy };
    case 'coordinator':
      return { role, account: coordinator };
    case 'clerk':
      return { role, account: clerk };
    case 'interpreter': {
      const { interpreter, account } = story.booking ?? openOffer(story);
      return { role, account, interpreter };
    }
    default:
      return { role };
  }
}

function openOffer({ offers, number }: Assignment): Offer {
  const open = offers.find(({ state }) => state === 'pending');
  if (!open) throw new Error(`nobody has to answer in ${number}`);
  return open;
}

function minutesBetween(start: Date, end: Date): number {
  return (end.getTime() - start.getTime()) / 60_000;
}
