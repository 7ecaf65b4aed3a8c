/** A yes that came to nothing: the person hears it, nobody stays booked by mistake, and the coordinators know. */
import { describe, expect, test } from '@jest/globals';
import type { Assignment } from '../../models/assignment/shape.ts';
import { offerSituation } from '../../models/rules/offer-situation.ts';
import { isStillTrue } from '../../models/rules/still-true.ts';
import { applyChange } from '../../models/rules/transitions/change.ts';
import type { Situation } from '../../models/rules/transitions/situation.ts';
import { type Action, decide, type Input } from '../../models/rules/transitions.ts';
import { aBooking, anAssignment, anOffer, aSituation, berlin, now } from '../support/factories.ts';

function changed<Name extends Action>(
  before: Assignment,
  action: Name,
  input: Input<Name>,
  situation: Situation,
): Assignment {
  const change = decide({ ...before, outbox: [] }, action, input, situation);
  return change ? applyChange({ ...before, outbox: [] }, change) : before;
}

const said = ({ outbox }: Assignment) => outbox.map(({ kind, role }) => `${kind} → ${role}`);

const accepted = anAssignment({
  status: 'accepted',
  offers: [anOffer({ state: 'accepted' })],
  booking: aBooking(),
});
const confirmed: Assignment = { ...accepted, status: 'confirmed', firmAt: now };
const moved: Assignment = { ...confirmed, status: 'moved', movedFrom: 'confirmed', sequence: 1, keepBy: now };
const atStart = { now: accepted.start };
const ended = (before: Assignment) => changed(before, 'end', {}, aSituation('system', atStart));
const byCoordinator = aSituation('coordinator');
const situationOf = (assignment: Assignment) =>
  offerSituation(assignment, assignment.offers[0] ?? anOffer(), accepted.start);

const notFirm: [string, Assignment][] = [
  ['a yes', accepted],
  ['a moved booking', moved],
];

describe('what is not firm when the time has come', () => {
  test.each(notFirm)(
    '%s is told to the person, with why, and that still holds when it leaves',
    (_what, before) => {
      const after = ended(before);

      const toPerson = after.outbox.filter(({ role }) => role === 'interpreter');
      expect(toPerson).toMatchObject([
        { kind: 'released', reason: 'not_confirmed', account: 'account-amal' },
      ]);
      expect(toPerson.every((notice) => isStillTrue(notice.kind, after, notice))).toBe(true);
      expect(after).toMatchObject({ status: 'unfilled', unfilled: { reason: 'not_confirmed' } });
    },
  );

  test.each(notFirm)('%s reads on the person’s page that no booking came of it', (_what, before) => {
    expect(situationOf(ended(before))).toBe('unbooked');
  });
});

describe('when the search opens again', () => {
  const reopened = (before: Assignment) => changed(ended(before), 'reopen', {}, byCoordinator);

  test.each(notFirm)('after %s nobody is booked', (_what, before) => {
    const again = reopened(before);

    expect(again).toMatchObject({ status: 'requested', offers: [{ state: 'withdrawn' }] });
    for (const key of ['booking', 'unfilled', 'didItTakePlace', 'firmAt', 'movedFrom', 'keepBy'])
      expect(again).not.toHaveProperty(key);
    expect(again.sequence).toBeGreaterThan(before.sequence);
    expect(situationOf(again)).toBe('withdrawn');
  });

  test.each(notFirm)('after %s somebody else can say yes', (_what, before) => {
    const again = reopened(before);
    const asked = { ...again, offers: [...again.offers, anOffer({ interpreter: 'noor' })] };
    const yes = { offer: 'offer-noor', booking: aBooking({ interpreter: 'noor' }) };

    const taken = changed(asked, 'accept', yes, aSituation('interpreter', { interpreter: 'noor' }));

    expect(taken).toMatchObject({ status: 'accepted', booking: { interpreter: 'noor' } });
  });

  test.each(notFirm)('after %s a confirmation books nobody', (_what, before) => {
    const again = reopened(before);

    expect(() => decide(again, 'confirm', {}, byCoordinator)).toThrow(
      expect.objectContaining({ code: 'wrong_status' }),
    );
  });
});

test('what was unfilled, then cancelled and taken up again, is an open search and nothing else', () => {
  const cancelled = changed(ended(accepted), 'cancel', { reason: 'doch nicht' }, byCoordinator);

  const restored = changed(cancelled, 'restore', {}, byCoordinator);

  expect(restored.status).toBe('requested');
  for (const one of [cancelled, restored])
    for (const key of ['unfilled', 'didItTakePlace']) expect(one).not.toHaveProperty(key);
});

test.each([
  ['firm', 'confirmed', 'booked'],
  ['noted', 'accepted', 'yes_noted'],
] as const)('who takes over a moved booking is as %s as the former one was', (_what, movedFrom, kind) => {
  const booking = aBooking({ interpreter: 'noor' });

  const after = changed({ ...moved, movedFrom }, 'replace', { booking, note: 'Tausch' }, byCoordinator);

  const [toNoor] = after.outbox.filter(({ account }) => account === 'account-noor');
  expect([after.status, toNoor?.kind]).toEqual([movedFrom, kind]);
  expect(toNoor && isStillTrue(toNoor.kind, after, toNoor)).toBe(true);
  for (const key of ['movedFrom', 'keepBy']) expect(after).not.toHaveProperty(key);
});

test('after a move the note of an earlier yes does not leave any more', () => {
  const noted = {
    kind: 'yes_noted',
    role: 'interpreter',
    account: 'account-amal',
    sequence: moved.sequence,
  } as const;

  expect(isStillTrue('yes_noted', moved, noted)).toBe(true);
  expect(isStillTrue('yes_noted', { ...moved, sequence: moved.sequence + 1 }, noted)).toBe(false);
});

describe('a move', () => {
  const to = { start: berlin('2026-11-27', '10:00'), end: berlin('2026-11-27', '11:00'), keepBy: now };

  test('that lets somebody go tells the coordinators', () => {
    const after = changed(confirmed, 'move', to, aSituation('contact'));

    expect(after.status).toBe('requested');
    expect(said(after)).toEqual([
      'released → interpreter',
      'given_back → contact',
      'given_back → coordinator',
    ]);
  });

  test('that withdraws questions tells the coordinators', () => {
    const asked = anAssignment({ offers: [anOffer()] });

    const after = changed(asked, 'move', to, aSituation('contact'));

    expect(after.offers).toMatchObject([{ state: 'withdrawn' }]);
    expect(said(after)).toContain('new_request → coordinator');
    const notice = after.outbox.find(({ role }) => role === 'coordinator');
    expect(notice && isStillTrue(notice.kind, after, notice)).toBe(true);
  });

  test('of a search in which nobody has been asked does not trouble them', () => {
    const after = changed(anAssignment(), 'move', to, aSituation('contact'));

    expect(said(after)).toEqual(['moved → contact']);
  });
});
