/** Faults in what keeps people from being forgotten, taken in twice, or left booked when they are gone. */
import type { Fault } from '../fault.ts';

const people = 'test/api/people.test.ts';
const tasks = 'test/api/tasks.test.ts';
const change = 'test/api/email-change.test.ts';
const leaving = 'test/api/leaving.test.ts';
const emailChange = 'models/account/email-change.ts';
const callTasks = 'models/message/call-tasks.ts';
const leavingModel = 'models/assignment/leaving.ts';
const messages = 'test/models/message.test.ts';
const outdated =
  'tasks that nobody needs go, however many there are before them, also those about events that are over';
const clock =
  'the question does not lapse before somebody has called, and then the whole time runs from the call';
const bothAsked =
  'both addresses are asked; the new one counts when both have pressed, and the session stays';
const codes = 'get a mail each, with whose it is, and each code lets in exactly that person';

export const peopleFaults: Fault[] = [
  {
    fault: 'a question that nobody has called about lapses',
    file: callTasks,
    replace: ["{ status: 'by_hand', done: trusted({ $exists: false }) }", "{ status: 'queued' }"],
    test: { file: tasks, title: clock },
  },
  {
    fault: 'the time to answer does not run from the call',
    file: 'models/rules/transitions/calling.ts',
    replace: ['answerBy(now, assignment.start)', 'now'],
    test: { file: tasks, title: clock },
  },
  {
    fault: 'a second call about the same overwrites the first',
    file: callTasks,
    replace: ['{ _id: id, done: trusted({ $exists: false }), status', '{ _id: id, status'],
    test: { file: tasks, title: 'two who end the same call end it once: the first note stays' },
  },
  {
    fault: 'an answer by telephone leaves the call on the list',
    file: callTasks,
    replace: ["{ offer, kind: 'offer', taskOf", "{ offer, kind: 'booked', taskOf"],
    test: { file: tasks, title: 'an answer by telephone ends the call about that question' },
  },
  {
    fault: 'calls that are not needed any more stay on the list',
    file: 'models/message/to-do.ts',
    replace: ['assignment !== undefined && isStillTrue', 'assignment !== undefined || isStillTrue'],
    test: {
      file: tasks,
      title:
        'a call about something that does not hold any more is off the list by itself, and nobody is told of its end',
    },
  },
  {
    fault: 'a mail that is refused is nobody’s task',
    file: 'models/message/delivery.ts',
    replace: ["{ status: 'dead', lastError, ...asTask(message) }", "{ status: 'dead', lastError }"],
    test: { file: tasks, title: 'a mail that is refused is a task, with a reason in plain words' },
  },
  {
    fault: 'any office sees to any task',
    file: 'server/api/tasks.ts',
    replace: ['!message.centre || !coordinates(caller, [message.centre])', '!message.centre'],
    test: { file: tasks, title: 'the list is for the office only, and each office sees its own' },
  },
  {
    fault: 'one address is enough to change it',
    file: emailChange,
    replace: ['change.newAt && change.oldAt && !change.doneAt', '!change.doneAt'],
    test: { file: change, title: bothAsked },
  },
  {
    fault: 'whoever was not asked cannot stop it',
    file: 'server/pages/email-change.ts',
    replace: [
      "if (link === 'stop') await stopChange(id, now);",
      "if (link === 'stop') await findEmailChange(id);",
    ],
    test: {
      file: change,
      title:
        'whoever was not asked stops it from the old address, and the other links are worth nothing then',
    },
  },
  {
    fault: 'a change on which both have agreed is stopped',
    file: emailChange,
    replace: ['openFor: there(), $or: [{ newAt: missing() }, { oldAt: missing() }]', '_id: id'],
    test: { file: change, title: 'once both have agreed it cannot be stopped any more' },
  },
  {
    fault: 'the links of a change are good for ever',
    file: emailChange,
    replace: ['openFor: there(), expiresAt: trusted({ $gt: now }), [key]', 'openFor: there(), [key]'],
    test: { file: change, title: 'the links are good for seven days' },
  },
  {
    fault: 'links of a change that has ended still agree',
    file: emailChange,
    replace: ['{ _id: id, openFor: there(), expiresAt', '{ _id: id, expiresAt'],
    test: {
      file: change,
      title: 'a link of a wish that has ended says so and is not remembered',
    },
  },
  {
    fault: 'people confirm for their own old address',
    file: 'server/api/me.ts',
    replace: ['!isTheirs || change.account === caller.account._id', 'change.account === undefined'],
    test: { file: change, title: 'nobody else may, and nobody for themselves' },
  },
  {
    fault: 'what both have agreed on is forgotten by a process that dies',
    file: 'jobs/email-changes.ts',
    replace: ['finish(change, now)', 'Promise.resolve(change)'],
    test: {
      file: change,
      title: 'a process that died before the address was changed is followed by a sweep that changes it',
    },
  },
  {
    fault: 'a code lets in whoever is first behind an address',
    file: 'models/sign-in.ts',
    replace: ['tried.find((one) => one && matches(one._id))', 'tried[0]'],
    test: { file: people, title: codes },
  },
  {
    fault: 'a wrong code costs only one of those behind an address a try',
    file: 'models/sign-in.ts',
    replace: [
      'const tried = await Promise.all(accounts.map(',
      'const tried = await Promise.all(accounts.slice(-1).map(',
    ],
    test: { file: people, title: codes },
  },
  {
    fault: 'any number of people share an address',
    file: 'models/account.ts',
    replace: [
      'options: { name: onePlaceEach, unique: true, sparse: true }',
      'options: { name: onePlaceEach }',
    ],
    test: {
      file: people,
      title: [
        'is taken in once, however many enter them at the same time, and is welcomed once',
        'are five at most, even when seven come at once',
      ],
    },
  },
  {
    fault: 'a role that somebody has is given, and welcomed, again',
    file: 'models/account/roles.ts',
    replace: [
      'memberships: trusted({ $not: { $elemMatch: isSame } })',
      'memberships: trusted({ $exists: true, $nin: [isSame.role] })',
    ],
    test: {
      file: people,
      title: 'keeps one account and one calendar: the second centre adds itself and nothing else',
    },
  },
  {
    fault: 'two who change a person write over each other',
    file: 'models/calls/revision.ts',
    replace: ['{ _id, version: seen } as never', '{ _id } as never'],
    test: {
      file: people,
      title: 'do not write over each other: who has seen an older version is told so',
    },
  },
  {
    fault: 'a volunteer decides what the office decides',
    file: 'server/api/interpreter/interpreters.ts',
    replace: [
      "if (membership && !coordinates(caller, [membership.centre])) throw new PoolError('forbidden');",
      '',
    ],
    test: {
      file: people,
      title: 'can sign in, and sees and changes what is theirs, but not what the office decides',
    },
  },
  {
    fault: 'two leads remove each other',
    file: 'models/agency/leaving.ts',
    replace: ['$or: [{ contacts: trusted(another) }, { contacts: trusted({ $not: leading }) }],', ''],
    test: { file: people, title: 'of two leads who remove each other in the same moment one stays' },
  },
  {
    fault: 'who has gone is still written to for the agency',
    file: 'models/rules/transitions/handing-over.ts',
    replace: ["assignment.contact === input.from ? undefined : 'unchanged'", "'unchanged'"],
    test: {
      file: people,
      title: 'who goes gives what is open to another, and sees nothing of the agency any more',
    },
  },
  {
    fault: 'bookings are freed without being listed first',
    file: leavingModel,
    replace: [
      'if (!isConfirmed) refuseWhen(await bookingsAhead(',
      'if (isConfirmed) refuseWhen(await bookingsAhead(',
    ],
    test: {
      file: leaving,
      title:
        'whoever is deactivated is not released unseen: bookings are listed first, then freed, and all are told',
    },
  },
  {
    fault: 'leaving one centre frees what is booked in another',
    file: leavingModel,
    replace: ['    start: trusted({ $gt: now }),\n    centre,', '    start: trusted({ $gt: now }),'],
    test: { file: leaving, title: 'leaving one centre leaves the other as it was' },
  },
  {
    fault: 'a late yes of somebody who has left books them',
    file: 'models/assignment/answers.ts',
    replace: [
      "if (!(await isStillWithUs(interpreter, current.centre))) throw new PoolError('offer_withdrawn');",
      '',
    ],
    test: {
      file: leaving,
      title:
        'whoever leaves gives back by themselves; nobody can ask them there any more, and a late yes does not count',
    },
  },
  {
    fault: 'what a crash left of somebody’s leaving stays',
    file: leavingModel,
    replace: ['for (const membership of leaving) await freeMembership(_id, membership, now);\n', ''],
    test: {
      file: leaving,
      title: 'a sweep frees what a process left that died behind the status, once, and then looks no more',
    },
  },
  {
    fault: 'the sweep looks away before a late booking can have arrived',
    file: leavingModel,
    replace: ['const grace = 60_000;', 'const grace = 0;'],
    test: {
      file: leaving,
      title: 'a booking that arrived while somebody was leaving is freed by the sweep behind it',
    },
  },
  {
    fault: 'whoever is woken again is freed of what they are booked for',
    file: 'server/api/interpreter/interpreters.ts',
    replace: ['...(freeing && !patched.status && { freeing })', '...(freeing && { freeing })'],
    test: {
      file: leaving,
      title: 'whoever is woken again keeps what they are booked for from then on',
    },
  },
  {
    fault: 'an agency that has ended can ask',
    file: 'server/api/assignment/requester.ts',
    replace: ["if (agency.inactiveSince && !logged?.isOver) throw new PoolError('agency_inactive');", ''],
    test: {
      file: leaving,
      title:
        'an agency that ends is listed what it has asked for, then each is cancelled, and it asks no more',
    },
  },
  {
    fault: 'what a crash left of an agency’s ending stays',
    file: leavingModel,
    replace: ['  await cancelRequests(agency._id, agency.freeing, now);\n', ''],
    test: { file: leaving, title: 'a sweep cancels what a process left of an agency that has ended' },
  },
  {
    fault: 'whoever types another name gives the one behind the address a role',
    file: 'models/account/joining.ts',
    replace: [
      'if (namesake || sharesEmail || behind.length === 0)',
      'if (namesake || sharesEmail || behind.length <= 1)',
    ],
    test: {
      file: people,
      title: 'whose address it is, nobody learns who types another name, and nobody gets a role by it',
    },
  },
  {
    fault: 'a second centre renames somebody',
    file: 'server/api/interpreter/interpreters.ts',
    replace: [
      "role === 'interpreter' && coordinates(caller, [centre])",
      "role === 'interpreter' || coordinates(caller, [centre])",
    ],
    test: {
      file: people,
      title: 'is not described to the second one, and changes name and telephone themselves',
    },
  },
  {
    fault: 'a telephone number may be words',
    file: 'models/shape.ts',
    replace: ['/^(?:[\\s+/()-]*\\d){5}[\\d\\s+/()-]*$/', '/^/'],
    test: {
      file: 'test/api/people.test.ts',
      title: 'with a telephone number of letters is refused with the field',
    },
  },
  {
    fault: 'where nobody leads nobody can go',
    file: 'models/agency/leaving.ts',
    replace: [', { contacts: trusted({ $not: leading }) }]', ']'],
    test: { file: people, title: 'can go where nobody leads, and one of them can be made the lead' },
  },
  {
    fault: 'what a crash left of a contact’s going stays',
    file: 'models/agency/leaving.ts',
    replace: ['$pull: { contacts: { account } }, $push: { going }', '$pull: { contacts: { account } }'],
    test: {
      file: leaving,
      title:
        'a sweep takes the role of somebody whose going a process did not finish, and a colleague takes over',
    },
  },
  {
    fault: 'one agency that cannot be freed holds up all',
    file: 'jobs/leaving.ts',
    replace: [
      "await each(agencies, (agency) => finishAgency(agency, now), onError, 'agency');",
      'for (const agency of agencies) await finishAgency(agency, now);',
    ],
    test: {
      file: leaving,
      title: 'an agency that cannot be freed does not hold up the others, and the office hears of it',
    },
  },
  {
    fault: 'whoever has left keeps the role',
    file: leavingModel,
    replace: ['if (hasLeft) await endInterpreter(account, centre);', ''],
    test: {
      file: leaving,
      title: 'whoever has left a centre has no role there any more, and has it again when taken in again',
    },
  },
  {
    fault: 'whoever rests loses the role',
    file: leavingModel,
    replace: [
      "one.centre === centre && one.status === 'left');\n  if (hasLeft)",
      'one.centre === centre);\n  if (hasLeft)',
    ],
    test: { file: leaving, title: 'whoever is woken again keeps what they are booked for from then on' },
  },
  {
    fault: 'a change to a full address stays open for ever',
    file: emailChange,
    replace: ["return 'email_full';", 'throw error;'],
    test: {
      file: change,
      title: 'a change to an address that is full by now ends, says why, and makes room for another',
    },
  },
  {
    fault: 'a change that has ended is noted as done',
    file: emailChange,
    replace: ['{ _id: change._id, openFor: there() }', '{ _id: change._id }'],
    test: {
      file: change,
      title: 'a change that a newer wish has ended is not noted as done by whoever comes late',
    },
  },
  {
    fault: 'only the first tasks are looked at',
    file: 'models/message/to-do.ts',
    replace: [
      'if (!last || messages.length < step) return dropped;',
      'if (last || messages.length < step) return dropped;',
    ],
    test: { file: messages, title: outdated },
  },
  {
    fault: 'a task about an event stays for ever',
    file: 'models/message/to-do.ts',
    replace: ['if (message.event) return event !== undefined && isNewsOf(event, message, now);', ''],
    test: { file: messages, title: outdated },
  },
  {
    fault: 'a task that is there already stops the outbox',
    file: callTasks,
    replace: ['if (!isRepeated(error)) throw error;', 'throw error;'],
    test: {
      file: messages,
      title: 'what became a task where a process died is the same task when it is told again',
    },
  },
];
