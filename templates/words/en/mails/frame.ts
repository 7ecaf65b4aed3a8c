/** What stands in every mail: greeting, names of facts, how to reach us. */
import type { mailFrame as source } from '../../de/mails/frame.ts';

export const mailFrame: typeof source = {
  greeting: (name) => `Hello, ${name},`,
  labels: {
    when: 'When',
    newTime: 'Now',
    oldTime: 'Before',
    where: 'Where',
    agency: 'Agency',
    onsiteContact: 'On site',
    interpreter: 'Interpreter',
    language: 'Language',
    alternatives: 'Also possible',
    secondChoices: 'Will do as well',
    number: 'Number',
    code: 'Code',
    validFor: 'Valid',
    modes: { onsite: 'on site', phone: 'by telephone', video: 'by video' },
  },
  replies: (phone) => [{ phone }, ' – replies to this e-mail reach us.'],
  questions: (phone) => ['Questions? Answer this e-mail or call us: ', { phone }, '.'],
  copyAddress: (url) => ['The button does not work? Copy this address: ', { url }],
  findByNumber: (number) => `You find the assignment in the interpreter pool under the number ${number}.`,
  hearBy: (day) => ['You will hear from us by ', { strong: day }, '.'],
  hearSoon: 'You will hear from us as soon as we know more.',
  calendarRemoves: 'If the appointment stood in your calendar, this e-mail takes it out.',
};
