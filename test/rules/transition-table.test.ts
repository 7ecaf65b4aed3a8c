/** The table of states.md, restated row by row: from where, to where, by whom; everything else is refused. */
import { describe, expect, test } from '@jest/globals';
import {
  type ActingRole,
  type Assignment,
  actingRole,
  type Booking,
  type Status,
  status,
} from '../../models/assignment/shape.ts';
import { PoolError } from '../../models/pool-error.ts';
import { type Action, decide, transitions } from '../../models/rules/transitions.ts';
import { aBooking, anAssignment, anOffer, aSituation, berlin, now } from '../support/factories.ts';

type Row = {
  from: Status[];
  to: Partial<Record<Status, Status>>;
  by: ActingRole[];
  input: object;
  /** Who may not from one of these statuses, although they may from another. */
  notBy?: Partial<Record<Status, ActingRole[]>>;
  /** Where it leads when somebody comes by the open form. */
  byLink?: Status;
};

const booking = aBooking({ interpreter: 'noor', cells: [7] });
const nextDay = {
  start: berlin('2026-11-27', '10:00'),
  end: berlin('2026-11-27', '11:00'),
  cells: [9],
  keepBy: now,
};
const same = (...all: Status[]) => Object.fromEntries(all.map((one) => [one, one]));

/** Each row: the statuses it starts from, where each leads, who may, and an input that does. */
const table: Record<Action, Row> = {
  submit: {
    from: ['draft'],
    to: { draft: 'requested' },
    by: ['contact', 'coordinator', 'link'],
    byLink: 'unverified',
    input: {},
  },
  verify: { from: ['unverified'], to: { unverified: 'requested' }, by: ['link', 'coordinator'], input: {} },
  hold: {
    from: ['requested'],
    to: same('requested'),
    by: ['system', 'coordinator'],
    input: { code: 'duplicate', answerBy: berlin('2026-11-25', '10:00') },
  },
  unhold: { from: ['requested'], to: same('requested'), by: ['system', 'coordinator'], input: {} },
  reject: {
    from: ['unverified', 'requested'],
    to: { unverified: 'rejected', requested: 'rejected' },
    by: ['coordinator', 'system'],
    input: { code: 'court' },
  },
  ask: {
    from: ['requested'],
    to: same('requested'),
    by: ['coordinator', 'system'],
    input: { offers: [anOffer({ interpreter: 'noor' })] },
  },
  decline: {
    from: ['requested'],
    to: same('requested'),
    by: ['interpreter', 'coordinator'],
    input: { offer: 'offer-amal' },
  },
  lapse: { from: ['requested'], to: same('requested'), by: ['system'], input: { unsent: [] } },
  call: { from: ['requested'], to: same('requested'), by: ['coordinator'], input: { offer: 'offer-amal' } },
  exhaust: { from: ['requested'], to: same('requested'), by: ['system', 'coordinator'], input: {} },
  accept: {
    from: ['requested'],
    to: { requested: 'accepted' },
    by: ['interpreter', 'coordinator'],
    input: { offer: 'offer-amal', booking: aBooking() },
  },
  be_willing: {
    from: ['requested'],
    to: same('requested'),
    by: ['interpreter', 'coordinator'],
    input: { offer: 'offer-amal' },
  },
  confirm: {
    from: ['requested', 'accepted'],
    to: { requested: 'confirmed', accepted: 'confirmed' },
    by: ['coordinator', 'system'],
    input: { booking: aBooking() },
  },
  not_reached: {
    from: ['requested'],
    to: same('requested'),
    by: ['coordinator'],
    input: { offer: 'offer-amal' },
  },
  withdraw: {
    from: ['requested'],
    to: same('requested'),
    by: ['coordinator'],
    input: { interpreters: ['amal'] },
  },
  warn: {
    from: ['unverified', 'requested', 'accepted'],
    to: same('unverified', 'requested', 'accepted'),
    by: ['system'],
    input: {},
  },
  release: {
    from: ['accepted', 'confirmed', 'moved'],
    to: { accepted: 'requested', confirmed: 'requested', moved: 'requested' },
    by: ['coordinator'],
    input: { reason: 'krank' },
  },
  give_back: {
    from: ['accepted', 'confirmed', 'moved'],
    to: { accepted: 'requested', confirmed: 'requested', moved: 'requested' },
    by: ['interpreter', 'coordinator'],
    input: {},
  },
  replace: {
    from: ['accepted', 'confirmed', 'moved'],
    to: { accepted: 'accepted', confirmed: 'confirmed', moved: 'confirmed' },
    by: ['coordinator'],
    input: { booking, note: 'am Telefon' },
  },
  claim_time: {
    from: ['accepted', 'confirmed', 'moved'],
    to: same('accepted', 'confirmed', 'moved'),
    by: ['system'],
    input: { cells: [7] },
  },
  move: {
    from: ['requested', 'accepted', 'confirmed', 'moved'],
    to: { requested: 'requested', accepted: 'moved', confirmed: 'moved', moved: 'moved' },
    by: ['contact', 'coordinator'],
    input: nextDay,
  },
  keep: { from: ['moved'], to: { moved: 'confirmed' }, by: ['interpreter', 'coordinator'], input: {} },
  not_keep: {
    from: ['moved'],
    to: { moved: 'requested' },
    by: ['interpreter', 'coordinator', 'system'],
    input: {},
  },
  running_late: {
    from: ['confirmed'],
    to: same('confirmed'),
    by: ['interpreter', 'coordinator'],
    input: { minutes: 20 },
  },
  nobody_here: {
    from: ['confirmed'],
    to: same('confirmed'),
    by: ['contact', 'interpreter', 'coordinator'],
    input: {},
  },
  change: {
    from: ['draft', 'unverified', 'requested', 'accepted', 'confirmed', 'moved', 'completed', 'settled'],
    to: same('draft', 'unverified', 'requested', 'accepted', 'confirmed', 'moved', 'completed', 'settled'),
    by: ['contact', 'coordinator'],
    input: { occasion: 'Elternabend' },
  },
  hand_over: {
    from: status.options.filter((one) => one !== 'settled'),
    to: same(...status.options.filter((one) => one !== 'settled')),
    by: ['contact', 'coordinator'],
    input: { from: 'kim', to: 'alex' },
  },
  cancel: {
    from: ['draft', 'unverified', 'requested', 'accepted', 'confirmed', 'moved', 'unfilled'],
    to: Object.fromEntries(
      ['draft', 'unverified', 'requested', 'accepted', 'confirmed', 'moved', 'unfilled'].map((one) => [
        one,
        'cancelled',
      ]),
    ),
    by: ['contact', 'coordinator'],
    input: { reason: 'fällt aus' },
  },
  restore: { from: ['cancelled'], to: { cancelled: 'requested' }, by: ['coordinator'], input: {} },
  give_up: {
    from: ['requested'],
    to: { requested: 'unfilled' },
    by: ['system', 'coordinator'],
    input: { reason: 'nobody_free' },
  },
  reopen: {
    from: ['unfilled', 'rejected'],
    to: { unfilled: 'requested', rejected: 'requested' },
    by: ['coordinator', 'contact'],
    notBy: { rejected: ['contact'] },
    input: {},
  },
  end: {
    from: ['requested', 'accepted', 'moved', 'confirmed'],
    to: { requested: 'unfilled', accepted: 'unfilled', moved: 'unfilled', confirmed: 'completed' },
    by: ['system'],
    input: {},
  },
  record: {
    from: ['completed'],
    to: same('completed'),
    by: ['interpreter', 'coordinator'],
    input: { start: now, end: now, travelMinutes: 20, outcome: 'done' },
  },
  countersign: { from: ['completed'], to: same('completed'), by: ['contact', 'system'], input: {} },
  log: {
    from: ['draft'],
    to: { draft: 'confirmed' },
    by: ['coordinator'],
    input: { booking, reason: 'war schon verabredet' },
  },
  settle: {
    from: ['completed'],
    to: { completed: 'settled' },
    by: ['clerk'],
    input: { list: '11/2026', cents: 2500 },
  },
};

const withBooking: Status[] = ['accepted', 'confirmed', 'moved', 'completed', 'settled', 'cancelled'];

/** What is said on the day itself. */
const onTheDay: Action[] = ['running_late', 'nobody_here'];

/** An assignment in a status, with everything the action might need to be possible. */
function inStatus(one: Status, action: Action): Assignment {
  const start = startFor(action);
  const expiresAt = action === 'lapse' ? now : new Date(now.getTime() + 3_600_000);
  const offers =
    action === 'exhaust'
      ? []
      : [anOffer({ state: withBooking.includes(one) ? 'accepted' : 'pending', expiresAt })];
  return anAssignment({
    status: one,
    start,
    offers,
    nextRoundAt: now,
    ...(action === 'unhold' && { hold: { code: 'budget' as const, answerBy: now } }),
    ...(action === 'warn' && { warnAt: now, createdAt: berlin('2026-11-20', '10:00') }),
    ...(withBooking.includes(one) && { booking: bookingFor(action) }),
    ...(one === 'moved' && { movedFrom: 'confirmed' as const }),
    ...(one === 'completed' && {
      timesheet: {
        start,
        end: start,
        travelMinutes: 0,
        outcome: 'done' as const,
        recordedAt: now,
        ...(action === 'settle' && { countersignedAt: now }),
      },
    }),
  });
}

/** An end has come, a warning is near; everything else lies ahead. */
function startFor(action: Action): Date {
  if (action === 'end') return new Date(now.getTime() - 7_200_000);
  if (onTheDay.includes(action)) return new Date(now.getTime() + 600_000);
  return action === 'warn' ? new Date(now.getTime() + 20 * 3_600_000) : berlin('2026-11-26', '10:00');
}

/** Time is claimed later only for what was booked against a conflict. */
function bookingFor(action: Action): Booking {
  if (action !== 'claim_time') return aBooking();
  const { cells: _cells, ...without } = aBooking({ override: 'kommt trotzdem' });
  return without;
}

function attempt(action: Action, from: Status, role: ActingRole) {
  const situation = aSituation(role, { interpreter: 'amal' });
  return decide(inStatus(from, action), action, table[action].input as never, situation);
}

/** What some actions answer elsewhere, because it says more than the status would. */
const betterReasons: Partial<Record<Action, string[]>> = {
  decline: ['unchanged'],
  call: ['unchanged'],
  lapse: ['unchanged'],
  accept: ['unchanged', 'offer_withdrawn'],
  be_willing: ['unchanged', 'offer_withdrawn'],
  confirm: ['unchanged'],
  warn: ['unchanged'],
  claim_time: ['unchanged'],
  give_back: ['not_found'],
  keep: ['not_found'],
  not_keep: ['not_found'],
};

/** The code of the refusal; `unchanged` when what is asked for already holds. */
function outcomeOf(action: Action, from: Status, role: ActingRole): string {
  try {
    return attempt(action, from, role) === null ? 'unchanged' : 'done';
  } catch (error) {
    if (error instanceof PoolError) return error.code;
    throw error;
  }
}

describe('the transition table', () => {
  test('names exactly the actions of the states page', () => {
    expect(Object.keys(transitions).sort()).toEqual(Object.keys(table).sort());
  });

  test.each(Object.keys(table) as Action[])(
    '%s leads from and to the statuses that the page names',
    (action) => {
      const { from, to, by, byLink, notBy = {} } = table[action];
      const mayFrom = (one: Status) => by.filter((role) => !notBy[one]?.includes(role));

      for (const [one, role] of from.flatMap((status) =>
        mayFrom(status).map((role) => [status, role] as const),
      )) {
        const target = (role === 'link' && byLink) || to[one];
        const change = attempt(action, one, role);

        expect([one, role, change?.set.status]).toEqual([one, role, target]);
        expect(change?.history).toMatchObject({ action, from: one, to: target, role, version: 2 });
      }
    },
  );

  test.each(Object.keys(table) as Action[])('%s is refused from every other status', (action) => {
    const { from, by } = table[action];
    const others = status.options.filter((one) => !from.includes(one));

    const expected = ['wrong_status', ...(betterReasons[action] ?? [])];
    for (const one of others) expect(expected).toContain(outcomeOf(action, one, by[0] as ActingRole));
  });

  test('what the centre has rejected no agency opens again', () => {
    expect(outcomeOf('reopen', 'rejected', 'contact')).toBe('forbidden');
  });

  test.each(Object.keys(table) as Action[])('%s is forbidden to every other role', (action) => {
    const { from, by } = table[action];
    const others = actingRole.options.filter((role) => !by.includes(role));

    for (const role of others) {
      expect(() => attempt(action, from[0] as Status, role)).toThrow(
        expect.objectContaining({ code: 'forbidden' }),
      );
    }
  });
});
