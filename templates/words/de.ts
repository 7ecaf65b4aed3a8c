/** The German catalogue, the source of all others. */
import { calendar } from './de/calendar.ts';
import { errorDetails, errors } from './de/errors.ts';
import { fieldErrors } from './de/field-errors.ts';
import { labels } from './de/labels.ts';
import { bookingMails } from './de/mails/bookings.ts';
import { changeMails } from './de/mails/changes.ts';
import { endingMails } from './de/mails/endings.ts';
import { eventMails } from './de/mails/events.ts';
import { mailFrame } from './de/mails/frame.ts';
import { offerMails } from './de/mails/offers.ts';
import { onTheDayMails } from './de/mails/on-the-day.ts';
import { peopleMails } from './de/mails/people.ts';
import { refusalMails } from './de/mails/refusals.ts';
import { requestMails } from './de/mails/requests.ts';
import { signInMails } from './de/mails/sign-in.ts';
import { matching } from './de/matching.ts';
import { emailChange } from './de/pages/email-change.ts';
import { errorPages } from './de/pages/errors.ts';
import { frame } from './de/pages/frame.ts';
import { home } from './de/pages/home.ts';
import { mailbox } from './de/pages/mailbox.ts';
import { offerPage } from './de/pages/offer.ts';
import { offerStates } from './de/pages/offer-states.ts';
import { ownPage } from './de/pages/own.ts';
import { requestPage } from './de/pages/request.ts';
import { requestStates } from './de/pages/request-states.ts';
import { signIn } from './de/pages/sign-in.ts';
import { verifyPage } from './de/pages/verify.ts';
import { place } from './de/place.ts';
import { spoken } from './de/spoken.ts';
import { statuses } from './de/statuses.ts';
import { tasks } from './de/tasks.ts';
import { time } from './de/time.ts';

export const de = {
  calendar,
  errorDetails,
  errors,
  fieldErrors,
  labels,
  matching,
  place,
  spoken,
  statuses,
  tasks,
  time,
  mails: {
    ...bookingMails,
    ...changeMails,
    ...endingMails,
    ...eventMails,
    ...offerMails,
    ...onTheDayMails,
    ...refusalMails,
    ...requestMails,
    ...peopleMails,
    ...signInMails,
    frame: mailFrame,
  },
  pages: {
    emailChange,
    errors: errorPages,
    frame,
    home,
    mailbox,
    offer: offerPage,
    offerStates,
    own: ownPage,
    request: requestPage,
    requestStates,
    signIn,
    verify: verifyPage,
  },
};

/** The shape of every catalogue. A missing sentence, or one with other arguments, does not compile. */
export type Words = typeof de;
