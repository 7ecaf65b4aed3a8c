/** Faults in the guards of the pool: what keeps two from having one, one from being in two places, and anything from being lost. */
import type { Fault } from './fault.ts';
import { asAskedFor } from './guards/as-asked.ts';
import { databases } from './guards/databases.ts';
import { events } from './guards/events.ts';
import { idempotency } from './guards/idempotency.ts';
import { neighbours } from './guards/neighbours.ts';
import { outages } from './guards/outages.ts';
import { ownLinks } from './guards/own-links.ts';
import { peopleFaults } from './guards/people.ts';
import { postOffice } from './guards/post-office.ts';
import { resources } from './guards/resources.ts';
import { searching } from './guards/searching.ts';
import { secondChoices } from './guards/second-choices.ts';
import { tokens } from './guards/tokens.ts';
import { turns } from './guards/turns.ts';
import { unbooked } from './guards/unbooked.ts';

const races = 'test/races.test.ts';
const changes = 'test/models/change.test.ts';
const offers = 'test/api/offers.test.ts';
const post = 'test/jobs/post.test.ts';
const signIn = 'test/api/sign-in.test.ts';
const access = 'test/api/access.test.ts';

const booking: Fault[] = [
  {
    fault: 'the index that refuses double bookings is not unique',
    file: 'models/assignment/storage.ts',
    replace: ['name: noDoubleBooking,\n      unique: true', 'name: noDoubleBooking,\n      unique: false'],
    test: {
      file: races,
      title: [
        '2 of them, and says yes to all at once: one booking, the others are refused',
        '20 of them, and says yes to all at once: one booking, the others are refused',
      ],
    },
  },
  {
    fault: 'a change applies to whatever version is there',
    file: 'models/assignment/change.ts',
    replace: ['{ _id: id, version: change.version }', '{ _id: id }'],
    test: {
      file: changes,
      title: 'when somebody else was faster, it is decided anew with what is there now',
    },
  },
  {
    fault: 'the version that a client has seen is not looked at',
    file: 'models/assignment/change.ts',
    replace: ['expected.version !== undefined && expected', 'expected.version === -5 && expected'],
    test: { file: changes, title: 'a client that has seen an older version is told so, and nothing changes' },
  },
  {
    fault: 'a cancelled booking keeps its cells',
    file: 'models/rules/transitions/closing.ts',
    replace: ["return booking ? ['booking.cells'] : [];", 'return [];'],
    test: { file: changes, title: 'a cancelled booking holds no time any more' },
  },
  {
    fault: 'those who lost an appointment to somebody else can still take it',
    file: 'models/rules/transitions/booking.ts',
    replace: ["closeOffers(answered, ['pending', 'willing'], 'lost')", 'answered'],
    test: {
      file: 'test/rules/transition-effects.test.ts',
      title: 'the first yes is noted, the coordinator is asked to book, and the others hear that it is taken',
    },
  },
  {
    fault: 'no room is made beside a booking at the same place',
    file: 'models/assignment/occupation.ts',
    replace: ['fit.trims.map(', 'fit.trims.slice(99).map('],
    test: { file: offers, title: 'two appointments back to back at one venue are possible, in either order' },
  },
  {
    fault: 'the way between two places is not counted',
    file: 'models/rules/occupied.ts',
    replace: ['return { fits: gap >= across,', 'return { fits: gap >= 0,'],
    test: {
      file: offers,
      title: 'with the way between two venues they are refused, as candidate and as yes',
    },
  },
  {
    fault: 'somebody asked by name need not fit',
    file: 'models/assignment/search.ts',
    replace: ["['cap', 'withdrawn'];", "['cap', 'gender'];"],
    test: { file: offers, title: 'by name somebody who does not fit is refused with the reason' },
  },
  {
    fault: 'somebody asked again is asked twice',
    file: 'models/assignment/search.ts',
    replace: ["offer.state !== 'withdrawn' &&\n      offer.state !== 'lost'", "offer.state === 'accepted'"],
    test: { file: offers, title: 'the same person again returns the same offer and sends no second mail' },
  },
];

const telling: Fault[] = [
  {
    fault: 'an outbox entry stays where it is after it has become a message',
    file: 'models/outbox.ts',
    replace: ['{ id: entry }', "{ id: 'nothing' }"],
    test: {
      file: post,
      title:
        'after an entry has become a message and before it is taken out, the entry makes the same message',
    },
  },
  {
    fault: 'the same event makes another message each time',
    file: 'jobs/outboxes.ts',
    replace: ['{ _id: id, ...entry', '{ _id: id + Math.random(), ...entry'],
    test: {
      file: post,
      title:
        'after an entry has become a message and before it is taken out, the entry makes the same message',
    },
  },
  {
    fault: 'a leased message can be taken by another worker',
    file: 'models/message/delivery.ts',
    replace: [
      "{ $set: { status: 'sending', claim, visibleAt: until }",
      "{ $set: { status: 'sending', claim }",
    ],
    test: { file: post, title: 'before the mail is handed over, it leaves once, from another process' },
  },
  {
    fault: 'a second attempt renders the mail anew',
    file: 'jobs/post.ts',
    replace: ['if (kept) return', 'if (kept === 1) return'],
    test: {
      file: post,
      title: 'between the server’s 250 and the mark, it leaves at most twice, the same to the byte',
    },
  },
  {
    fault: 'nobody asks whether a message still holds',
    file: 'jobs/post.ts',
    replace: [
      "if (assignment && !isStillTrue(message.kind, assignment, message)) return 'superseded';\n",
      '',
    ],
    test: {
      file: 'test/jobs/outage.test.ts',
      title: 'what has been settled while no mail left is not asked for afterwards',
    },
  },
  {
    fault: 'a later mail overtakes an earlier one',
    file: 'jobs/post.ts',
    replace: [
      "if (earlier.length === 0 && message.kind !== 'offer') return undefined;",
      'if (earlier.length >= 0) return undefined;',
    ],
    test: {
      file: post,
      title: 'a later mail to the same person about the same appointment waits for the earlier one',
    },
  },
  {
    fault: 'a calendar is told of a cancellation that it never knew the booking of',
    file: 'jobs/calendar-part.ts',
    replace: ["if (method === 'CANCEL' &&", "if (method !== 'CANCEL' &&"],
    test: { file: post, title: 'a cancellation goes to a calendar only where an invitation may have gone' },
  },
  {
    fault: 'a permanent refusal is tried again',
    file: 'jobs/failed-mail.ts',
    replace: ["failure === 'permanent' || isTooOld", 'isTooOld'],
    test: { file: post, title: 'refuses for good, the message is dead after one attempt and others go on' },
  },
  {
    fault: 'reminders come although their time had passed when the booking was made',
    file: 'models/rules/reminders.ts',
    replace: ['bookedAt <= dueAt && dueAt <= until', 'dueAt <= until'],
    test: {
      file: 'test/jobs/sweeps.test.ts',
      title: 'whose time had passed when the booking was made are not sent',
    },
  },
];

const doors: Fault[] = [
  {
    fault: 'any token opens an offer',
    file: 'server/asked.ts',
    replace: [
      "if (!secrets.isSigned('offer', token, asked.offer.sequence)) throw",
      'if (token.length < 40) throw',
    ],
    test: { file: 'test/api/links.test.ts', title: 'an offer opens only by the link that was signed for it' },
  },
  {
    fault: 'a sign-in link works again and again',
    file: 'models/sign-in.ts',
    replace: ['{ ...which, ...usable(now) }', 'which'],
    test: { file: signIn, title: 'works once, however many press at the same time' },
  },
  {
    fault: 'a code can be guessed without end',
    file: 'models/sign-in.ts',
    replace: [', tries: trusted({ $lt: codeTries })', ''],
    test: { file: signIn, title: 'can be tried five times, also when somebody tries many at once' },
  },
  {
    fault: 'a mailbox can be flooded with sign-in mails',
    file: 'models/sign-in.ts',
    replace: ['if (recent >= mostPerHour) return;', 'if (recent < 0) return;'],
    test: {
      file: signIn,
      title: 'nobody’s mailbox is flooded: thirty mails an hour, then silence and the same answer',
    },
  },
  {
    fault: 'another site can use somebody’s session',
    file: 'server/same-site.ts',
    replace: ["if (!isOurs) throw new PoolError('cross_site');", ''],
    test: { file: access, title: 'used by a page of another site' },
  },
  {
    fault: 'another agency’s request can be read',
    file: 'server/access.ts',
    replace: [
      "agencies.includes(agency) ? (['contact'] as const)",
      "agencies.length > 0 ? (['contact'] as const)",
    ],
    test: { file: access, title: 'what belongs to others is answered exactly as what does not exist' },
  },
  {
    fault: 'the mailbox is open to other names',
    file: 'server/pages/mailbox.ts',
    replace: ['isLoopback(request.hostname) && ', ''],
    test: { file: 'test/api/lists.test.ts', title: 'is not there for a foreign name in the address bar' },
  },
  {
    fault: 'looking at a question answers it',
    file: 'server/pages/offer.ts',
    replace: [
      "router.get('/offers/:token', async (request, response) => {\n",
      "router.get('/offers/:token', async (request, response) => {\n    await declineByToken(request.params.token, undefined, context);\n",
    ],
    test: {
      file: 'test/api/links.test.ts',
      title: 'a scanner that fetches every link of every mail with GET and HEAD changes nothing',
    },
  },
];

export const guards: Fault[] = [
  ...booking,
  ...neighbours,
  ...searching,
  ...secondChoices,
  ...turns,
  ...unbooked,
  ...asAskedFor,
  ...events,
  ...telling,
  ...outages,
  ...ownLinks,
  ...postOffice,
  ...peopleFaults,
  ...doors,
  ...databases,
  ...idempotency,
  ...tokens,
  ...resources,
];
