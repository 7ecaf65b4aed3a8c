/** What people say on the day itself, when somebody may already be on the way: it changes nothing but what others know. */
import type { Assignment, HistoryEntry } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { localDateOf } from '../local-time.ts';
import type { Notice, Writes } from './change.ts';
import type { Situation } from './situation.ts';
import { tellBooked, tellContact, tellCoordinators } from './telling.ts';

const minute = 60_000;

/** How often somebody may say that they are late; after that a call says more. */
const mostDelays = 3;

/** From so many minutes before the start it can be said that nobody is there. */
const earlyMinutes = 15;

/** The person booked comes later, by so many minutes. The same twice is one; said on the same day, and a few times only. */
export const runningLate = {
  before(assignment: Assignment, { minutes }: { minutes: number }, situation: Situation) {
    if (assignment.status !== 'confirmed') return undefined;
    ownBooking(assignment, situation);
    const said = saidSinceFirm(assignment, 'running_late');
    if (said.at(-1)?.reason === String(minutes)) return 'unchanged' as const;
    if (!isSameDay(assignment, situation) || said.length >= mostDelays) throw new PoolError('not_now');
    return undefined;
  },
  write(assignment: Assignment, { minutes }: { minutes: number }, situation: Situation): Writes {
    const reason = String(minutes);
    return {
      reason,
      say: untilTheEnd(assignment, [
        ...tellContact(assignment, 'running_late', reason),
        ...tellCoordinators(situation, 'running_late', reason),
      ]),
    };
  },
};

/** Somebody stands there alone: the coordinators hear it at once, and whoever is missing. Once from each side. */
export const nobodyHere = {
  before(assignment: Assignment, _input: object, situation: Situation) {
    if (assignment.status !== 'confirmed') return undefined;
    ownBooking(assignment, situation);
    const { role } = situation.actor;
    const isSaid = saidSinceFirm(assignment, 'nobody_here').some((entry) => entry.role === role);
    if (isSaid) return 'unchanged' as const;
    if (!isTimeForNobodyHere(assignment, situation.now)) throw new PoolError('not_now');
    return undefined;
  },
  write(assignment: Assignment, _input: object, situation: Situation): Writes {
    const { role } = situation.actor;
    return {
      say: untilTheEnd(assignment, [
        ...tellCoordinators(situation, 'nobody_here', role),
        ...(role === 'interpreter'
          ? tellContact(assignment, 'nobody_here', role)
          : tellBooked(assignment, 'nobody_here', role)),
      ]),
    };
  },
};

/** Whether the appointment is today on the clock of the place, and not over. */
export function isSameDay(
  { start, end }: Pick<Assignment, 'start' | 'end'>,
  { now, centre }: DayAt,
): boolean {
  return now < end && localDateOf(now, centre.zone) === localDateOf(start, centre.zone);
}
type DayAt = { now: Date; centre: Pick<Situation['centre'], 'zone'> };

/** Whether it makes sense to say that nobody is there: from shortly before the start until the end. */
export function isTimeForNobodyHere({ start, end }: Pick<Assignment, 'start' | 'end'>, now: Date): boolean {
  return now.getTime() >= start.getTime() - earlyMinutes * minute && now < end;
}

/** What has been said of this kind about the booking as it stands; earlier bookings had other people. */
export function saidSinceFirm({ history, firmAt }: Assignment, action: string): HistoryEntry[] {
  return history.filter((entry) => entry.action === action && (!firmAt || entry.at >= firmAt));
}

/** Afterwards nobody needs to hear it any more. */
function untilTheEnd({ end }: Assignment, notices: Notice[]): Notice[] {
  return notices.map((notice) => ({ ...notice, notAfter: end }));
}

function ownBooking({ booking }: Assignment, { actor }: Situation): void {
  const isOwn = actor.role !== 'interpreter' || booking?.interpreter === actor.interpreter;
  if (!isOwn) throw new PoolError('not_found');
}
