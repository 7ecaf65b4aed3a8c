/** Occasions that a pool of volunteers does not take on, by code: why not, and who helps instead. */
import type { refusalMails as source } from '../../de/mails/refusals.ts';

export const refusalMails: typeof source = {
  refusals: {
    court: {
      why: 'Volunteers do not interpret in court.',
      instead:
        'The court itself appoints sworn interpreters. The justice administrations keep a list: www.justiz-dolmetscher.de.',
    },
    police: {
      why: 'Volunteers do not interpret for the police.',
      instead:
        'The police appoint sworn interpreters themselves. The justice administrations keep a list: www.justiz-dolmetscher.de.',
    },
    medical: {
      why: 'Conversations at a doctor, in hospital and in therapy need professionals.',
      instead:
        'Please ask the practice or hospital for its interpreting service by telephone or video, or the service of the state for interpreting in health care.',
    },
    legal: {
      why: 'Volunteers do not interpret at lawyers, notaries and for declarations with legal effect.',
      instead:
        'There are sworn interpreters for that. The justice administrations keep a list: www.justiz-dolmetscher.de.',
    },
    asylum: {
      why: 'Volunteers do not interpret in asylum procedures or where an office interferes with rights.',
      instead: 'The office that leads the procedure provides its own interpreters.',
    },
    special_needs: {
      why: 'Procedures about special educational needs (AO-SF) need professionals.',
      instead: 'Please ask the school office: it can engage professional interpreters.',
    },
    finance: {
      why: 'Volunteers do not interpret at banks and insurers.',
      instead: 'Please ask there for staff who speak the language, or for an interpreting service.',
    },
    translation: {
      why: 'Volunteers interpret conversations. They do not translate documents.',
      instead:
        'For certificates there are authorised translators: www.justiz-dolmetscher.de. For simple texts an advice centre often helps.',
    },
    lessons: {
      why: 'We send nobody for lessons and trips.',
      instead: 'Please ask the school office or the provider for language support.',
    },
    accompaniment: {
      why: 'We send nobody to accompany people over a longer time.',
      instead: 'Please ask a migration advice centre or a mentoring programme near you.',
    },
    private: {
      why: 'We send somebody only when a member of an agency’s staff is present, and not into private homes.',
      instead: 'Please ask the agency that you want to talk to: it can send us a request.',
    },
    sign_language: {
      why: 'We do not offer sign language.',
      instead:
        'Parents who cannot hear or speak have a right to sign language interpreters in offices, day care and schools. The office or school engages and pays them.',
    },
  },
};
