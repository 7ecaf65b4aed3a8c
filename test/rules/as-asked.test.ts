/** What somebody reads who is not asked any more: the appointment as it was for them, and whether they had been booked. */
import { expect, test } from '@jest/globals';
import { momentFacts } from '../../jobs/mail-moments.ts';
import type { Assignment, Offer } from '../../models/assignment/shape.ts';
import { offerSituation } from '../../models/rules/offer-situation.ts';
import { asAsked, isNewPlace, lostBy } from '../../models/rules/own-page/as-asked.ts';
import { applyChange } from '../../models/rules/transitions/change.ts';
import { type Action, decide, type Input } from '../../models/rules/transitions.ts';
import { aBooking, aCentre, anAssignment, anOffer, aSituation, berlin, now } from '../support/factories.ts';

type Turn = (before: Assignment) => Assignment;
let minutes = 0;

/** One change by the coordinator, a minute after the last. */
function then<Name extends Action>(action: Name, input: Input<Name>): Turn {
  return (before) => {
    minutes += 1;
    const at = new Date(now.getTime() + minutes * 60_000);
    const change = decide(before, action, input, aSituation('coordinator', { now: at }));
    return change ? applyChange(before, change) : before;
  };
}

const played = (...turns: Turn[]): Assignment =>
  turns.reduce(
    (before, turn) => turn(before),
    anAssignment({ offers: [anOffer(), anOffer({ interpreter: 'noor' })] }),
  );
const offerOf = ({ offers }: Assignment, interpreter = 'amal'): Offer =>
  offers.find((one) => one.interpreter === interpreter) ?? anOffer();
const situationOf = (after: Assignment) => offerSituation(after, offerOf(after), now);

const { start: wednesday } = anAssignment();
const [start, end] = [berlin('2026-11-27', '15:00'), berlin('2026-11-27', '16:00')];
const elsewhen = { start, end, keepBy: start };
const yes = (interpreter = 'amal') =>
  then('accept', { offer: `offer-${interpreter}`, booking: aBooking({ interpreter }) });
const book = then('confirm', {});
const letGo = then('release', { reason: 'krank' });
const move = then('move', elsewhen);

test('who was booked and is let go reads that they need not come, by whichever way it ended', () => {
  const replaced = then('replace', { booking: aBooking({ interpreter: 'noor' }), note: 'am Telefon' });

  expect(situationOf(played(yes(), book, letGo))).toBe('released');
  expect(situationOf(played(yes(), book, replaced))).toBe('released');
  expect(situationOf(played(yes(), book, move))).toBe('released');
});

test('who was only asked, or willing, when it was withdrawn reads that it is no longer needed', () => {
  const willing = then('be_willing', { offer: 'offer-amal' });

  expect(situationOf(played(move))).toBe('withdrawn');
  expect(situationOf(played(willing, move))).toBe('withdrawn');
});

test('a closed question keeps the time that it was asked for, and leaves out where', () => {
  const no = then('decline', { offer: 'offer-amal' });
  const histories = [
    played(move),
    played(no, move),
    played(yes('noor'), book, move),
    played(yes(), book, move),
  ];

  for (const after of histories) {
    expect(asAsked(after, offerOf(after))).toMatchObject({ start: wednesday, unsure: ['place'] });
    expect(after.start).toEqual(start);
  }
});

test('a language that was changed afterwards is not said to whoever had answered before', () => {
  const after = played(then('decline', { offer: 'offer-amal' }), then('change', { language: 'tr' }));

  expect(asAsked(after, offerOf(after)).unsure).toEqual(['language']);
});

test('a move while somebody is booked belongs to them', () => {
  const kept = then('move', { ...elsewhen, cells: [7] });
  const after = played(yes(), book, kept, then('keep', {}), letGo);

  expect(asAsked(after, offerOf(after)).start).toEqual(start);
});

test('coordinators can be told who was to come until a change', () => {
  const after = played(yes('noor'), book, letGo);

  expect(lostBy(after, after.version)?.interpreter).toBe('noor');
  expect(lostBy(after, after.version - 1)).toBeUndefined();
});

test('another place at the same time is no new time, unless a new time is still unanswered', () => {
  const { start: same, end: until } = anAssignment();
  const place = then('move', { start: same, end: until, keepBy: start, cells: [1], venue: aVenue });
  const later = then('move', { ...elsewhen, cells: [7] });
  const laterPlace = then('move', { ...elsewhen, cells: [7], venue: { ...aVenue, street: 'Seeweg 9' } });

  expect(isNewPlace(played(yes(), book, place))).toBe(true);
  expect(isNewPlace(played(yes(), book, later))).toBe(false);
  expect(isNewPlace(played(yes(), book, later, laterPlace))).toBe(false);
});

test('while somebody is willing, the choice has its own day', () => {
  const after = played(then('be_willing', { offer: 'offer-amal' }));
  const message = { role: 'coordinator', kind: 'please_confirm', version: after.version } as const;

  const { answerBy } = momentFacts(message, after, { centre: aCentre(), now });

  expect(answerBy).toEqual(after.chooseBy);
});

const aVenue = { name: 'Schule am See', street: 'Seeweg 3', postcode: '59494', city: 'Soest' };
