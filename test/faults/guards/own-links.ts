/** Faults in what people do by the links in their mails. */
import type { Fault } from '../fault.ts';

const agency = 'test/api/agency-link.test.ts';
const volunteer = 'test/api/links.test.ts';
const rules = 'test/rules/own-links.test.ts';
const byToken = 'server/pages/request/by-token.ts';
const booked = 'models/assignment/booked.ts';
const actions = 'server/pages/request/actions.ts';
const onTheDay = 'models/rules/transitions/on-the-day.ts';
const forOne = 'the page is for one person: nothing keeps it, nothing lists it, and no other token opens it';

export const ownLinks: Fault[] = [
  {
    fault: 'any token opens a request',
    file: byToken,
    replace: ["secrets.isSigned('agency', token, account)", 'token.includes(account.slice(0, 0))'],
    test: { file: agency, title: forOne },
  },
  {
    fault: 'any token checks an address',
    file: byToken,
    replace: ["!contact || !secrets.isSigned('verify', token, contact)", '!contact'],
    test: { file: agency, title: forOne },
  },
  {
    fault: 'the link of somebody who has left the agency still works',
    file: byToken,
    replace: [
      'const holder = contacts.find(',
      "const holder = [...contacts, assignment.contact ?? ''].find(",
    ],
    test: {
      file: agency,
      title: 'a link stops working for whoever is not a contact of the agency any more',
    },
  },
  {
    fault: 'looking at the page that checks an address checks it',
    file: 'server/pages/verify.ts',
    replace: [
      "router.get('/verify/:token', async (request, response) => {\n",
      "router.get('/verify/:token', async (request, response) => {\n    await verifyByToken(request.params.token, context);\n",
    ],
    test: {
      file: agency,
      title:
        'an address is checked by a button behind the mailed link; opening it changes nothing, twice is once',
    },
  },
  {
    fault: 'a second press moves the appointment again',
    file: 'models/rules/transitions/moving.ts',
    replace: ["return isSameTime && isSamePlace ? 'unchanged' : undefined;", 'return undefined;'],
    test: {
      file: 'test/api/turns.test.ts',
      title: 'many small moves are not small, and the same time again is no move',
    },
  },
  {
    fault: 'a form made for an older time moves the newer one',
    file: actions,
    replace: ['refuseOld(body, assignment.sequence);', ''],
    test: { file: agency, title: 'a form that was made for an older time changes nothing' },
  },
  {
    fault: 'giving back twice is refused',
    file: booked,
    replace: ['if (isAnswered(current, offer, action)) return null;', ''],
    test: {
      file: volunteer,
      title:
        'who has said yes gives back by the same link; the page says before whether it is late, and twice is once',
    },
  },
  {
    fault: 'somebody acts on a booking that is not theirs',
    file: booked,
    replace: ['if (current.booking?.offer !== offer) {', 'if (offer.length === 0) {'],
    test: { file: volunteer, title: 'nobody gives back, keeps or is late for what they are not booked for' },
  },
  {
    fault: 'an answer to one time is taken for another',
    file: booked,
    replace: ['sequence !== undefined && sequence !== current.sequence', 'sequence === -1'],
    test: { file: volunteer, title: 'an answer to a move counts only for the time that was seen' },
  },
  {
    fault: 'being late is said without end',
    file: onTheDay,
    replace: [' || said.length >= mostDelays', ''],
    test: {
      file: rules,
      title: 'being late is said at most three times, the same once, and by nobody but the person booked',
    },
  },
  {
    fault: 'nobody is there is said days before',
    file: onTheDay,
    replace: ["if (!isTimeForNobodyHere(assignment, situation.now)) throw new PoolError('not_now');", ''],
    test: {
      file: agency,
      title: 'on the day each side says what the other must know, and cancelling then is late',
    },
  },
  {
    fault: 'people are told a time that has passed',
    file: 'models/rules/own-page/hear-by.ts',
    replace: ['return at && at > now ? at : undefined;', 'return at && now ? at : undefined;'],
    test: { file: rules, title: 'nobody is told a time that has passed' },
  },
];
