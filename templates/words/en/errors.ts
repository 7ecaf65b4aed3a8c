/** What a refusal says: a heading, and what happened and what to do next. */
import type { errorDetails as detailSource, errors as source } from '../de/errors.ts';

export const errors: typeof source = {
  agency_inactive: {
    title: 'This agency no longer asks',
    detail:
      'The agency is not active any more. If it is to ask again, your centre has to make it active first.',
  },
  already_booked: {
    title: 'Already taken up at this time',
    detail: 'The person already has another assignment at this time, travel included. Nothing was changed.',
  },
  already_taken: {
    title: 'Already taken',
    detail: 'Somebody else has already said yes to this appointment. Nothing was changed.',
  },
  already_there: {
    title: 'This exists already',
    detail:
      'There is such an entry in the list already. Nothing was changed. Please change the existing one.',
  },
  bookings_ahead: {
    title: 'There are assignments ahead',
    detail:
      'There are assignments or requests ahead that then end. They are listed here. Confirm, and they end, and everybody is told.',
  },
  busy: {
    title: 'Several people are changing the same thing',
    detail: 'Others were faster every time. Please try again in a few seconds.',
  },
  code_wrong: {
    title: 'The code is not right',
    detail:
      'The code is wrong, has expired or has been used. Only the newest code counts, for 10 minutes and five tries. Otherwise ask for a new one.',
  },
  cross_site: {
    title: 'This came from another site',
    detail:
      'This input did not come from our page and was therefore not accepted. Open the page on our site and try again there.',
  },
  email_full: {
    title: 'Many people use this address already',
    detail: 'As many people as possible share this e-mail address already. Please take another one.',
  },
  forbidden: {
    title: 'Your role may not do this',
    detail: 'Your role does not allow this. Do you need it? Ask your centre.',
  },
  held: {
    title: 'The request is still being checked',
    detail: 'This request is still being checked. Only after that can somebody be asked.',
  },
  internal: {
    title: 'Something went wrong on our side',
    detail: 'It is our fault, not yours. Please try again in a few minutes. If that does not help, call us.',
  },
  invalid_input: {
    title: 'Please check what you entered',
    detail: 'Something is missing or not right. Nothing was saved.',
  },
  key_reused: {
    title: 'This key has been used',
    detail:
      'Another call came with this Idempotency-Key in the last seven days. Nothing was changed. Please take a new key for each new call.',
  },
  last_lead: {
    title: 'The last person in the lead',
    detail: 'An agency needs somebody who leads it. Name another person first.',
  },
  link_invalid: {
    title: 'This link no longer works',
    detail: 'The link has expired, has been used or is not complete. Ask for a new one or call us.',
  },
  no_candidates: {
    title: 'Nobody left to ask',
    detail: 'Everybody who fits has been asked already, or nobody fits.',
  },
  not_eligible: {
    title: 'This person does not fit',
    detail: 'This person cannot be asked or booked for this appointment.',
  },
  not_found: {
    title: 'We have not found this',
    detail: 'It does not exist here, or it is not for you. Check the address or call us.',
  },
  not_now: {
    title: 'That is not possible at the moment',
    detail: 'It is too early or too late for that, or it has been reported several times. Please call us.',
  },
  offer_withdrawn: {
    title: 'No longer needed',
    detail: 'You need not answer this request any more. Nothing was changed.',
  },
  person_only: {
    title: 'Only the person changes that',
    detail:
      'This person belongs to another centre as well, or has another role. Name, telephone number and language are therefore changed only by themselves. Nothing was changed.',
  },
  rate_limited: {
    title: 'Too many tries',
    detail: 'Those were too many tries in a short time. Please wait a few minutes.',
  },
  stale_version: {
    title: 'Changed in the meantime',
    detail: 'Somebody changed this while you had it open. Load the new state and then try again.',
  },
  time_ambiguous: {
    title: 'This time exists twice',
    detail: 'The clock is set back that night. Please say whether you mean the first or the second.',
  },
  time_skipped: {
    title: 'This time does not exist',
    detail: 'The clock is set forward that night. Please choose another time.',
  },
  token_by_token: {
    title: 'A token does not make another one',
    detail: 'With an access token no other one can be made. Please sign in yourself for that.',
  },
  token_invalid: {
    title: 'This access token is not valid',
    detail: 'The access token is wrong, has expired or was deleted. Make a new one: POST /api/v1/tokens.',
  },
  token_read_only: {
    title: 'This access token may only read',
    detail: 'With this access token you can read but change nothing. Nothing was changed.',
  },
  too_late: {
    title: 'It is too late for this',
    detail: 'The appointment has already begun. Please call us.',
  },
  too_large: {
    title: 'Too much at once',
    detail: 'This is more than we accept at once. Please send less.',
  },
  unauthenticated: {
    title: 'Please sign in',
    detail: 'You are not signed in, or you have been signed out. Please sign in.',
  },
  unavailable: {
    title: 'We cannot be reached right now',
    detail: 'This usually takes only a moment. Please try again in a minute.',
  },
  unsupported_media_type: {
    title: 'We do not read this format',
    detail: 'Please send JSON, and say so: Content-Type: application/json.',
  },
  wrong_status: {
    title: 'Not possible in this state',
    detail: 'The state of the assignment does not allow this. Nothing was changed.',
  },
};

/** The same, said more exactly where the rule tells more. */
export const errorDetails: typeof detailSource = {
  held: (what) => `This request is still being checked (${what}). Only after that can somebody be asked.`,
  not_eligible: (why) => `This person cannot be asked or booked. Reason: ${why}.`,
  rate_limited: (minutes) => `Those were too many tries. Please wait ${minutes} minutes and then try again.`,
  stale_version: (seen, now) =>
    `Somebody changed this while you had it open: you have version ${seen}, it is now version ${now}. Load the new state and then try again.`,
  time_ambiguous: (time, date) =>
    `In the night to ${date} the clock is set back, ${time} exists twice. Please say whether you mean the first or the second.`,
  time_skipped: (time, date) =>
    `In the night to ${date} the clock is set forward, ${time} does not exist. Please choose another time.`,
  unsupported_media_type: (sent) =>
    `You sent: “${sent}”. Please send JSON, and say so: Content-Type: application/json.`,
  wrong_status: (state, code) =>
    `The state is “${state}” (${code}), so this is not possible. Nothing was changed.`,
  wrong_status_allowed: (state, code, allowed) =>
    `The state is “${state}” (${code}), this is only possible for: ${allowed}. Nothing was changed.`,
};
