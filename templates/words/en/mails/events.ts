/** Mails about an event as a whole: received, new, called off. */
import type { Words } from '../../de.ts';

type EventMails = Pick<Words['mails'], 'event' | 'eventReceipt' | 'eventRequest' | 'eventCancelled'>;

const conversations = (count: number) => (count === 1 ? '1 conversation' : `${count} conversations`);

export const eventMails: EventMails = {
  event: {
    conversations,
    inLanguages: (slots, languages) =>
      `${conversations(slots)} in ${languages === 1 ? '1 language' : `${languages} languages`}`,
    labels: { needed: 'Needed', calledOff: 'Cancelled', languages: 'Languages' },
    block: (language, when, number) => `${language}: ${when}${number ? ` (${number})` : ''}`,
  },
  eventReceipt: {
    subject: 'Received – not yet booked',
    heading: 'We have your request',
    preheader: 'We look after every language and write to you.',
    lead: 'Your request has arrived. For every language we are looking for somebody who fits.',
    blocks:
      'Conversations in one language that follow each other are usually taken by the same person. We write to you separately about each of these times.',
  },
  eventRequest: {
    subject: 'New request',
    state: 'New request – please look at it',
    heading: (day, count) => `New request for ${day}: ${count}`,
    preheader: 'Several conversations in one place.',
    lead: (agency) => [
      { strong: agency },
      ' has asked for several conversations. Each line below is an assignment with its own number. Please look at the request.',
    ],
  },
  eventCancelled: {
    subject: 'Cancelled',
    subjectSome: 'Partly cancelled',
    heading: (day) => `All conversations on ${day} are cancelled`,
    headingSome: (day, count) => `Cancelled on ${day}: ${count}`,
    headingByAgency: (day, count) => `The agency has cancelled: ${day}, ${count}`,
    preheader: 'The cancellation is noted.',
    lead: 'The cancellation is noted. Nobody will come. Whoever was planned or asked is told.',
    leadSome: (left) => ['The cancellation is noted. Still planned: ', { strong: left }, '.'],
    keepsTime:
      'Where not all conversations in a language are cancelled, the planned time stays as it is for whoever comes.',
    leadByAgency: 'The agency has cancelled. Whoever was planned or asked is told.',
    leadSomeByAgency: (left) => ['The agency has cancelled a part. Still planned: ', { strong: left }, '.'],
  },
};
