/** What a change writes and who must hear of it: a yes is no booking, nobody asked is forgotten, calendars can follow. */
import { describe, expect, test } from '@jest/globals';
import type { Assignment } from '../../models/assignment/shape.ts';
import { applyChange } from '../../models/rules/transitions/change.ts';
import type { Situation } from '../../models/rules/transitions/situation.ts';
import { type Action, decide, type Input } from '../../models/rules/transitions.ts';
import { aBooking, aCentre, anAssignment, anOffer, aSituation, berlin, now } from '../support/factories.ts';

function changed<Name extends Action>(
  before: Assignment,
  action: Name,
  input: Input<Name>,
  situation: Situation,
): Assignment {
  const change = decide(before, action, input, situation);
  return change ? applyChange(before, change) : before;
}

/** `kind to role/account`, in order. */
function said({ outbox }: Assignment): string[] {
  return outbox.map(({ kind, role, account }) => `${kind} → ${role}/${account}`);
}

const amal = anOffer();
const noor = anOffer({ interpreter: 'noor' });
const searching = anAssignment({ offers: [amal, noor], round: 1 });
const yes = { offer: 'offer-amal', booking: aBooking() };
const accepted = anAssignment({
  status: 'accepted',
  offers: [anOffer({ state: 'accepted' }), anOffer({ interpreter: 'noor', state: 'lost' })],
  booking: aBooking(),
});
const confirmed: Assignment = { ...accepted, status: 'confirmed', firmAt: now };
const byInterpreter = aSituation('interpreter', { interpreter: 'amal' });
const byCoordinator = aSituation('coordinator');
const byAgency = aSituation('contact');

describe('saying yes', () => {
  test('the first yes is noted, the coordinator is asked to book, and the others hear that it is taken', () => {
    const result = changed(searching, 'accept', yes, byInterpreter);

    expect(result.status).toBe('accepted');
    expect(result.offers.map(({ state }) => state)).toEqual(['accepted', 'lost']);
    expect(said(result)).toEqual([
      'yes_noted → interpreter/account-amal',
      'please_confirm → coordinator/mara',
      'taken → interpreter/account-noor',
    ]);
  });

  test('where the centre confirms automatically, a yes books at once and nobody is asked to confirm', () => {
    const situation = { ...byInterpreter, centre: aCentre({ confirmation: 'automatic' }) };

    const result = changed(searching, 'accept', yes, situation);

    expect(result).toMatchObject({ status: 'confirmed', firmAt: now });
    expect(said(result)).toEqual([
      'booked → interpreter/account-amal',
      'booked → contact/kim',
      'taken → interpreter/account-noor',
    ]);
  });

  test('the same yes again changes nothing', () => {
    expect(decide(accepted, 'accept', yes, byInterpreter)).toBeNull();
  });

  test('a yes after a no, and a no after a yes, show the first answer', () => {
    const declined = anAssignment({ offers: [anOffer({ state: 'declined' })] });

    expect(decide(declined, 'accept', yes, byInterpreter)).toBeNull();
    expect(decide(accepted, 'decline', { offer: 'offer-amal' }, byInterpreter)).toBeNull();
  });

  test('a late yes counts while the search is open', () => {
    const late = anAssignment({ offers: [anOffer({ state: 'lapsed' })] });

    expect(changed(late, 'accept', yes, byInterpreter).status).toBe('accepted');
  });

  test.each([
    ['somebody else was first', { ...accepted }, 'offer-noor', 'already_taken'],
    [
      'the question was withdrawn',
      anAssignment({ offers: [anOffer({ state: 'withdrawn' })] }),
      'offer-amal',
      'offer_withdrawn',
    ],
    [
      'the search has ended',
      anAssignment({ status: 'unfilled', offers: [anOffer({ state: 'lapsed' })] }),
      'offer-amal',
      'offer_withdrawn',
    ],
    ['the appointment has begun', anAssignment({ start: now, offers: [amal] }), 'offer-amal', 'too_late'],
  ])('a yes is refused when %s', (_why, assignment, offer, code) => {
    const attempt = () => decide(assignment, 'accept', { offer, booking: aBooking() }, byInterpreter);

    expect(attempt).toThrow(expect.objectContaining({ code }));
  });

  test('where several may say yes, it is noted without booking anybody', () => {
    const result = changed(searching, 'be_willing', { offer: 'offer-amal' }, byInterpreter);

    expect(result.status).toBe('requested');
    expect(result.booking).toBeUndefined();
    expect(said(result)).toEqual([
      'willing_noted → interpreter/account-amal',
      'please_confirm → coordinator/mara',
    ]);
  });

  test('choosing among several books one and tells the others', () => {
    const willing = anAssignment({
      offers: [anOffer({ state: 'willing' }), anOffer({ interpreter: 'noor', state: 'willing' })],
    });

    const result = changed(willing, 'confirm', { interpreter: 'amal', booking: aBooking() }, byCoordinator);

    expect(result.status).toBe('confirmed');
    expect(said(result)).toEqual([
      'booked → interpreter/account-amal',
      'booked → contact/kim',
      'not_chosen → interpreter/account-noor',
    ]);
  });
});

describe('booking', () => {
  test('confirming tells both sides and remembers since when it is firm', () => {
    const result = changed(accepted, 'confirm', {}, byCoordinator);

    expect(result).toMatchObject({ status: 'confirmed', firmAt: now, booking: { interpreter: 'amal' } });
    expect(said(result)).toEqual(['booked → interpreter/account-amal', 'booked → contact/kim']);
  });

  test('the same confirmation twice is one', () => {
    expect(decide(confirmed, 'confirm', { interpreter: 'amal' }, byCoordinator)).toBeNull();
  });

  test('confirming somebody else than the one who said yes is refused', () => {
    const attempt = () => decide(accepted, 'confirm', { interpreter: 'noor' }, byCoordinator);

    expect(attempt).toThrow(expect.objectContaining({ code: 'already_taken' }));
  });

  test('letting somebody go frees their time, raises the calendar sequence and opens the search', () => {
    const result = changed(confirmed, 'release', { reason: 'passt doch nicht' }, byCoordinator);

    expect(result).toMatchObject({ status: 'requested', sequence: 1 });
    expect(result.booking).toBeUndefined();
    expect(said(result)).toEqual(['released → interpreter/account-amal', 'given_back → contact/kim']);
  });

  test.each([
    ['two days ahead is in time', '2026-11-26', 'in_time'],
    ['on the evening before is late', '2026-11-24', 'late'],
  ])('giving back %s, and everybody concerned hears it', (_when, day, reason) => {
    const booked = { ...confirmed, start: berlin(day, '09:00') };

    const result = changed(booked, 'give_back', {}, byInterpreter);

    expect(result.status).toBe('requested');
    expect(result.outbox.map((entry) => entry.reason)).toEqual([reason, reason, reason]);
    expect(said(result)).toEqual([
      'given_back → interpreter/account-amal',
      'given_back → contact/kim',
      'given_back → coordinator/mara',
    ]);
  });

  test('nobody can give back what somebody else holds', () => {
    const stranger = aSituation('interpreter', { interpreter: 'noor' });

    expect(() => decide(confirmed, 'give_back', {}, stranger)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  test('replacing is one change: the old one is let go, the new one invited, the agency told', () => {
    const result = changed(
      confirmed,
      'replace',
      { booking: aBooking({ interpreter: 'noor' }), note: 'Tausch' },
      byCoordinator,
    );

    expect(result).toMatchObject({ status: 'confirmed', sequence: 1, booking: { interpreter: 'noor' } });
    expect(said(result)).toEqual([
      'released → interpreter/account-amal',
      'booked → interpreter/account-noor',
      'replaced → contact/kim',
    ]);
  });
});

describe('moving', () => {
  const nextDay = {
    start: berlin('2026-11-27', '10:00'),
    end: berlin('2026-11-27', '11:00'),
    keepBy: berlin('2026-11-25', '18:00'),
  };

  test('a booked appointment that is moved is not firm until the person says so, and holds the new time meanwhile', () => {
    const result = changed(confirmed, 'move', { ...nextDay, cells: [9] }, byAgency);

    expect(result).toMatchObject({
      status: 'moved',
      movedFrom: 'confirmed',
      sequence: 1,
      localDate: '2026-11-27',
      weekday: 5,
      booking: { cells: [9] },
    });
    expect(said(result)).toEqual([
      'moved → interpreter/account-amal',
      'moved → contact/kim',
      'moved → coordinator/mara',
    ]);
  });

  test('when the new time is not free the person is let go at once', () => {
    const result = changed(confirmed, 'move', nextDay, byAgency);

    expect(result).toMatchObject({ status: 'requested', localDate: '2026-11-27' });
    expect(result.booking).toBeUndefined();
    expect(said(result)).toEqual([
      'released → interpreter/account-amal',
      'given_back → contact/kim',
      'given_back → coordinator/mara',
    ]);
  });

  test('a quarter of an hour at the same place only informs', () => {
    const quarter = {
      start: berlin('2026-11-26', '10:15'),
      end: berlin('2026-11-26', '11:15'),
      keepBy: now,
      cells: [9],
    };

    const result = changed(confirmed, 'move', quarter, byAgency);

    expect(result).toMatchObject({ status: 'confirmed', sequence: 1 });
    expect(said(result)).toEqual(['booked → interpreter/account-amal', 'booked → contact/kim']);
  });

  test('while nobody is booked, open questions for the old time are withdrawn', () => {
    const result = changed(searching, 'move', nextDay, byAgency);

    expect(result.offers.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(said(result)).toEqual([
      'offer_withdrawn → interpreter/account-amal',
      'offer_withdrawn → interpreter/account-noor',
      'moved → contact/kim',
      'new_request → coordinator/mara',
    ]);
  });

  test('keeping makes it as firm as it was; silence until the deadline does not', () => {
    const moved = changed(confirmed, 'move', { ...nextDay, cells: [9] }, byAgency);

    const kept = changed({ ...moved, outbox: [] }, 'keep', {}, byInterpreter);
    const silent = changed({ ...moved, outbox: [] }, 'not_keep', {}, aSituation('system'));

    expect(kept.status).toBe('confirmed');
    expect(said(kept)).toEqual(['booked → interpreter/account-amal', 'booked → contact/kim']);
    expect(silent.status).toBe('requested');
    expect(silent.offers[0]?.state).toBe('lapsed');
  });

  test('a new note only informs, another language asks who still fits', () => {
    const noted = changed(confirmed, 'change', { notes: 'Klingel defekt' }, byAgency);
    const translated = changed(confirmed, 'change', { language: 'ckb' }, byAgency);

    expect(said(noted)).toEqual(['changed → interpreter/account-amal']);
    expect(said(translated)).toEqual([
      'changed → interpreter/account-amal',
      'check_booking → coordinator/mara',
    ]);
  });
});

describe('ending', () => {
  test('cancelling frees the time, keeps who was booked readable and tells everybody', () => {
    const result = changed(confirmed, 'cancel', { reason: 'Kind krank' }, byAgency);

    expect(result).toMatchObject({
      status: 'cancelled',
      sequence: 1,
      cancellation: { role: 'contact', reason: 'Kind krank', late: false },
      booking: { interpreter: 'amal' },
    });
    expect(result.booking).not.toHaveProperty('cells');
    expect(said(result)).toEqual([
      'cancelled → interpreter/account-amal',
      'cancelled → contact/kim',
      'cancelled → coordinator/mara',
    ]);
  });

  test('cancelling a search tells those who still had to answer', () => {
    const result = changed(searching, 'cancel', { reason: 'fällt aus' }, byAgency);

    expect(said(result)).toEqual([
      'cancelled → contact/kim',
      'cancelled → coordinator/mara',
      'offer_withdrawn → interpreter/account-amal',
      'offer_withdrawn → interpreter/account-noor',
    ]);
  });

  test('an undone cancellation asks the former interpreter first', () => {
    const cancelled = changed(confirmed, 'cancel', { reason: 'Irrtum' }, byAgency);

    const result = changed({ ...cancelled, outbox: [] }, 'restore', {}, byCoordinator);

    expect(result).toMatchObject({ status: 'requested', askFirst: 'amal' });
    expect(result.booking).toBeUndefined();
    expect(said(result)).toEqual(['restored → contact/kim']);
  });

  test('what began without being firm is unfilled, and somebody asks whether it took place', () => {
    const begun = { ...accepted, start: now };

    const result = changed(begun, 'end', {}, aSituation('system'));

    expect(result).toMatchObject({
      status: 'unfilled',
      didItTakePlace: true,
      unfilled: { reason: 'not_confirmed' },
    });
    expect(said(result)).toEqual([
      'released → interpreter/account-amal',
      'unfilled → contact/kim',
      'unfilled → coordinator/mara',
    ]);
  });

  test('a firm appointment is over at its end and not before', () => {
    const running = {
      ...confirmed,
      start: new Date(now.getTime() - 60_000),
      end: new Date(now.getTime() + 60_000),
    };

    expect(decide(running, 'end', {}, aSituation('system'))).toBeNull();
    expect(changed({ ...running, end: now }, 'end', {}, aSituation('system')).status).toBe('completed');
  });
});

describe('rounds', () => {
  const automatic = aCentre({ rounds: 'automatic' });
  const afterLook = aCentre({ rounds: 'after_look' });

  test('by themselves: a new request, a no and a passed deadline each make the next one due', () => {
    const situation = { ...byInterpreter, centre: automatic };
    const alone = anAssignment({ offers: [amal], round: 1 });
    const overdue = anAssignment({ offers: [anOffer({ expiresAt: now })], round: 1 });

    const submitted = changed(
      anAssignment({ status: 'draft' }),
      'submit',
      {},
      { ...byAgency, centre: automatic },
    );
    const declined = changed(alone, 'decline', { offer: 'offer-amal' }, situation);
    const lapsed = changed(overdue, 'lapse', { unsent: [] }, { ...aSituation('system'), centre: automatic });

    expect([submitted, declined, lapsed].map(({ nextRoundAt }) => nextRoundAt)).toEqual([now, now, now]);
  });

  test('while somebody still has to answer, none is due', () => {
    const declined = changed(
      searching,
      'decline',
      { offer: 'offer-amal' },
      { ...byInterpreter, centre: automatic },
    );

    expect(declined.nextRoundAt).toBeUndefined();
  });

  test('after a look: the first waits for the coordinator, the following come by themselves', () => {
    const submitted = changed(
      anAssignment({ status: 'draft' }),
      'submit',
      {},
      { ...byAgency, centre: afterLook },
    );
    const declined = changed(
      anAssignment({ offers: [amal], round: 1 }),
      'decline',
      { offer: 'offer-amal' },
      { ...byInterpreter, centre: afterLook },
    );

    expect(submitted.nextRoundAt).toBeUndefined();
    expect(said(submitted)).toEqual(['receipt → contact/kim', 'new_request → coordinator/mara']);
    expect(declined.nextRoundAt).toEqual(now);
  });

  test('by hand: none ever is', () => {
    const declined = changed(
      anAssignment({ offers: [amal], round: 1 }),
      'decline',
      { offer: 'offer-amal' },
      byInterpreter,
    );

    expect(declined.nextRoundAt).toBeUndefined();
  });

  test('nobody is asked while a request is held', () => {
    const held = anAssignment({ hold: { code: 'duplicate', answerBy: now } });

    const attempt = () => decide(held, 'ask', { offers: [amal] }, byCoordinator);

    expect(attempt).toThrow(expect.objectContaining({ code: 'held' }));
  });

  test('a mail that must wait for the morning is not queued before, and a passed deadline takes nothing away', () => {
    const sendAt = new Date(now.getTime() + 3_600_000);

    const asked = changed(anAssignment(), 'ask', { offers: [anOffer({ sendAt })] }, byCoordinator);

    expect(asked.outbox[0]).toMatchObject({ kind: 'offer', notBefore: sendAt, notAfter: asked.start });
  });
});

test('each thing that must be said has an id of its own that a repetition would repeat', () => {
  const result = changed(searching, 'accept', yes, byInterpreter);

  const ids = result.outbox.map(({ id }) => id);

  expect(ids[0]).toBe(`yes_noted:${searching._id}:2:interpreter:account-amal`);
  expect(new Set(ids).size).toBe(ids.length);
});
