/** Faults in the agency's second choices: who fits them, and what everybody then reads. */
import type { Fault } from '../fault.ts';

const rules = 'test/rules/second-choice.test.ts';
const story = 'test/second-choice.test.ts';
const asked = ['in the mail', 'on the page and by the API'];
const booked = [
  'both read what was agreed, in the mail and in its calendar part',
  'so says the calendar feed',
];

export const secondChoices: Fault[] = [
  {
    fault: 'a second mode counts for nothing',
    file: 'models/rules/language-fit.ts',
    replace: ['[asked.mode, ...asked.alsoModes]', '[asked.mode]'],
    test: { file: rules, title: 'for the second mode, when only that fits' },
  },
  {
    fault: 'a second language counts for nothing',
    file: 'models/rules/language-fit.ts',
    replace: ['[asked.language, ...asked.alsoLanguages]', '[asked.language]'],
    test: { file: rules, title: 'for the second language, when only that fits' },
  },
  {
    fault: 'whoever misses the first wish is out',
    file: 'models/rules/language-fit.ts',
    replace: ['miss ??= isLowLevel', 'return isLowLevel'],
    test: {
      file: rules,
      title: [
        'for the second language, when the first is spoken by other modes only',
        'for the second language, when the first is spoken too little',
      ],
    },
  },
  {
    fault: 'a way is counted for who would telephone',
    file: 'models/rules/matching.ts',
    replace: ['{ ...wanted, mode: language.mode }', '{ ...wanted }'],
    test: { file: rules, title: 'is not too far away, and no way is counted' },
  },
  {
    fault: 'who telephones is occupied as if they travelled',
    file: 'models/rules/occupied.ts',
    replace: ['agreed(appointment, booking).mode', 'appointment.mode'],
    test: { file: rules, title: 'is only occupied while they speak' },
  },
  {
    fault: 'a booking by telephone takes the way there',
    file: 'models/rules/occupied.ts',
    replace: ['agreed(appointment, booking).mode', 'appointment.mode'],
    test: { file: story, title: 'she is occupied while she speaks and not on any way' },
  },
  {
    fault: 'an offer forgets that it is for the second choice',
    file: 'models/assignment/search.ts',
    replace: [
      'account: interpreter.account, kilometres, secondChoice }',
      'account: interpreter.account, kilometres }',
    ],
    test: { file: story, title: asked },
  },
  {
    fault: 'a booking forgets that it is for the second choice',
    file: 'models/assignment/answers.ts',
    replace: ['at: now, ...(secondChoice && { secondChoice }) }', 'at: now }'],
    test: { file: story, title: [...booked, 'the agency sees what was agreed beside what it wished'] },
  },
  {
    fault: 'mails speak of the first wish',
    file: 'jobs/mail-contents.ts',
    replace: ['agreed(assignment, isVolunteer && offer ? offer : booking)', 'agreed(assignment, undefined)'],
    test: { file: story, title: ['in the mail', booked[0] ?? ''] },
  },
  {
    fault: 'the page of a question speaks of the first wish',
    file: 'server/pages/offer-view.ts',
    replace: ['agreed(assignment, offer)', 'agreed(assignment, undefined)'],
    test: { file: story, title: 'on the page and by the API' },
  },
  {
    fault: 'the API speaks of the first wish to who is asked',
    file: 'server/api/offers.ts',
    replace: ['agreed(assignment, offer)', 'agreed(assignment, undefined)'],
    test: { file: story, title: ['on the page and by the API', 'and after her yes still no place'] },
  },
  {
    fault: 'the API speaks of the first wish to the agency',
    file: 'server/api/assignment/view.ts',
    replace: ['agreed(assignment, booking)', 'agreed(assignment, undefined)'],
    test: { file: story, title: 'the agency sees what was agreed beside what it wished' },
  },
  {
    fault: 'the calendar feed leads to where nobody is awaited',
    file: 'server/calendar-feed.ts',
    replace: [
      'const { language, mode, venue } = agreed(assignment, booking);',
      'const { language } = agreed(assignment, booking);\n  const { mode, venue } = assignment;',
    ],
    test: { file: story, title: 'so says the calendar feed' },
  },
  {
    fault: 'the calendar feed speaks of the first language',
    file: 'server/calendar-feed.ts',
    replace: [
      'languageLabel(languages, language, locale)',
      'languageLabel(languages, assignment.language, locale)',
    ],
    test: { file: story, title: 'so says the calendar feed' },
  },
];
