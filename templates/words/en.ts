/** The English catalogue, complete: its shape is that of the German one. */
import type { Words } from './de.ts';
import { calendar } from './en/calendar.ts';
import { errorDetails, errors } from './en/errors.ts';
import { fieldErrors } from './en/field-errors.ts';
import { labels } from './en/labels.ts';
import { bookingMails } from './en/mails/bookings.ts';
import { changeMails } from './en/mails/changes.ts';
import { endingMails } from './en/mails/endings.ts';
import { eventMails } from './en/mails/events.ts';
import { mailFrame } from './en/mails/frame.ts';
import { offerMails } from './en/mails/offers.ts';
import { onTheDayMails } from './en/mails/on-the-day.ts';
import { peopleMails } from './en/mails/people.ts';
import { refusalMails } from './en/mails/refusals.ts';
import { requestMails } from './en/mails/requests.ts';
import { signInMails } from './en/mails/sign-in.ts';
import { matching } from './en/matching.ts';
import { emailChange } from './en/pages/email-change.ts';
import { errorPages } from './en/pages/errors.ts';
import { frame } from './en/pages/frame.ts';
import { home } from './en/pages/home.ts';
import { mailbox } from './en/pages/mailbox.ts';
import { offerPage } from './en/pages/offer.ts';
import { offerStates } from './en/pages/offer-states.ts';
import { ownPage } from './en/pages/own.ts';
import { requestPage } from './en/pages/request.ts';
import { requestStates } from './en/pages/request-states.ts';
import { signIn } from './en/pages/sign-in.ts';
import { verifyPage } from './en/pages/verify.ts';
import { place } from './en/place.ts';
import { spoken } from './en/spoken.ts';
import { statuses } from './en/statuses.ts';
import { tasks } from './en/tasks.ts';
import { time } from './en/time.ts';

export const en: Words = {
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
