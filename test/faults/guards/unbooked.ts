/** Faults in what becomes of a yes that is not booked, and in who learns of whom. */
import type { Fault } from '../fault.ts';

const rules = 'test/rules/unbooked.test.ts';
const jobs = 'test/jobs/unbooked.test.ts';
const held = 'test/held.test.ts';
const who = 'test/who-comes.test.ts';
const closing = 'models/rules/transitions/closing.ts';
const isUnknown = ['does not learn who has said yes before it is booked'];
const isNamed = 'is named to nobody else, where the centre does not';

export const unbooked: Fault[] = [
  {
    fault: 'somebody whose yes came to nothing is not told',
    file: closing,
    replace: ["...tellBooked(assignment, 'released', reason),", ''],
    test: {
      file: jobs,
      title: ['who said yes and was never booked hears that they need not come, and reads it on their page'],
    },
  },
  {
    fault: 'the page of a yes that came to nothing says that it was missed',
    file: 'models/rules/offer-situation.ts',
    replace: ["if (status === 'unfilled') return 'unbooked';\n", ''],
    test: {
      file: jobs,
      title: 'who said yes and was never booked hears that they need not come, and reads it on their page',
    },
  },
  {
    fault: 'who is let go keeps the appointment in the calendar',
    file: 'jobs/calendar-part.ts',
    replace: ["released: { interpreter: 'CANCEL' },", ''],
    test: {
      file: 'test/api/turns.test.ts',
      title: 'and is let go, or replaced: the one is free, the other invited, the agency told',
    },
  },
  {
    fault: 'a search that opens again has somebody booked',
    file: closing,
    replace: [
      "unset: [...(former.unset ?? []), 'unfilled', 'rejection', 'didItTakePlace'],",
      "unset: ['unfilled', 'rejection', 'didItTakePlace'],",
    ],
    test: {
      file: rules,
      title: [
        'after a yes nobody is booked',
        'after a moved booking nobody is booked',
        'after a yes somebody else can say yes',
        'after a moved booking a confirmation books nobody',
      ],
    },
  },
  {
    fault: 'what was unfilled stays so after it was taken up again',
    file: closing,
    replace: ["        'unfilled',\n        'didItTakePlace',\n      ],", '      ],'],
    test: {
      file: rules,
      title: 'what was unfilled, then cancelled and taken up again, is an open search and nothing else',
    },
  },
  {
    fault: 'a yes noted for a moved appointment never leaves',
    file: 'models/rules/still-true.ts',
    replace: ["(assignment.status === 'moved' && assignment.sequence === said.sequence)", 'false'],
    test: { file: rules, title: 'after a move the note of an earlier yes does not leave any more' },
  },
  {
    fault: 'a yes noted for an earlier time leaves after a move',
    file: 'models/rules/still-true.ts',
    replace: [
      "(assignment.status === 'moved' && assignment.sequence === said.sequence)",
      "assignment.status === 'moved'",
    ],
    test: { file: rules, title: 'after a move the note of an earlier yes does not leave any more' },
  },
  {
    fault: 'coordinators do not hear that a move withdrew questions',
    file: 'models/rules/transitions/moving.ts',
    replace: [": tellCoordinators(situation, 'new_request', 'ask_anew');", ': [];'],
    test: { file: rules, title: 'that withdraws questions tells the coordinators' },
  },
  {
    fault: 'coordinators do not hear that a move let somebody go',
    file: 'models/rules/transitions/moving.ts',
    replace: [
      "...tellContact(assignment, 'given_back', 'moved'),\n        ...tellCoordinators(situation, 'given_back', 'moved'),\n      ],\n    };\n  }\n  return",
      "...tellContact(assignment, 'given_back', 'moved'),\n      ],\n    };\n  }\n  return",
    ],
    test: { file: rules, title: 'that lets somebody go tells the coordinators' },
  },
  {
    fault: 'a yes near its appointment asks twice to book',
    file: 'models/rules/transitions/booking.ts',
    replace: ['<= centre.rules.confirmWarningHours * 3_600_000', '<= 0'],
    test: { file: jobs, title: 'a yes inside the warning time asks the coordinators once to book' },
  },
  {
    fault: 'a yes counts while somebody looks into the search',
    file: 'models/rules/transitions/booking.ts',
    replace: ['if (assignment.hold) throw', 'if (assignment.hold === null) throw'],
    test: { file: held, title: 'a yes is refused, says why, and changes nothing' },
  },
  {
    fault: 'the page asks for an answer while somebody looks into the search',
    file: 'models/rules/offer-situation.ts',
    replace: ["if (assignment.status === 'requested' && assignment.hold) return 'checking';\n", ''],
    test: { file: held, title: 'the person asked reads that they need not answer yet' },
  },
  {
    fault: 'the API tells the agency who has said yes',
    file: 'server/api/assignment/view.ts',
    replace: ["standing !== 'contact' || firmAt !== undefined", 'true'],
    test: {
      file: who,
      title: [
        ...isUnknown,
        'does not learn it either when kim cancels before that',
        'does not learn who follows somebody who cannot come, until that is booked too',
      ],
    },
  },
  {
    fault: 'mails tell the agency who had said yes',
    file: 'jobs/mail-contents.ts',
    replace: ["role === 'contact' ? firmAt !== undefined : !isVolunteer", '!isVolunteer'],
    test: {
      file: who,
      title: [
        'does not learn it either when kim cancels before that',
        'does not learn it either when mara cancels before that',
      ],
    },
  },
  {
    fault: 'a cancellation takes back from the agency who would have come',
    file: closing,
    replace: [
      "        'hold',\n        'movedFrom',",
      "        'hold',\n        'firmAt',\n        'movedFrom',",
    ],
    test: {
      file: who,
      title: 'learns it with the booking, by mail and by the API, and still knows it after a cancellation',
    },
  },
  {
    fault: 'a calendar feed shows the cancellation of what never was firm',
    file: 'models/assignment/list.ts',
    replace: ['(firmAt && cancellation.at > since)', 'cancellation.at > since'],
    test: {
      file: who,
      title: 'a cancelled appointment that never was firm is in nobody’s calendar feed, one that was firm is',
    },
  },
  {
    fault: 'whether a booking was firm is read from whatever came last',
    file: 'jobs/mail-moments.ts',
    replace: [
      'history.find((entry) => entry.version === version)?.from',
      'history.at(-version * 0 - 1)?.from',
    ],
    test: {
      file: who,
      title: 'reads that the person booked cannot come, although the next has been asked in the meantime',
    },
  },
  {
    fault: 'the API names who is there on site whatever the centre says',
    file: 'server/api/assignment/view.ts',
    replace: [
      "(status === 'confirmed' && centre.rules.contactPolicy.onsiteContact)",
      "status === 'confirmed'",
    ],
    test: { file: who, title: isNamed },
  },
  {
    fault: 'mails name who is there on site whatever the centre says',
    file: 'jobs/mail-contents.ts',
    replace: [
      '(isFirm && mayKnowPlace && centre.rules.contactPolicy.onsiteContact)',
      '(isFirm && mayKnowPlace)',
    ],
    test: { file: who, title: isNamed },
  },
  {
    fault: 'the page names who is there on site whatever the centre says',
    file: 'server/pages/offer-view.ts',
    replace: ['isFirm && centre.rules.contactPolicy.onsiteContact && {', 'isFirm && {'],
    test: { file: who, title: isNamed },
  },
  {
    fault: 'who is there on site is named before the booking is firm',
    file: 'jobs/mail-contents.ts',
    replace: ['(isFirm && mayKnowPlace && centre', '(mayKnowPlace && centre'],
    test: { file: who, title: 'is not named before the booking is firm' },
  },
];
