/** What is wrong with one field: what is allowed, and what was sent where that is known. */
import type { fieldErrors as source } from '../de/field-errors.ts';

export const fieldErrors: typeof source = {
  sent: (value) => `You sent: “${value}”.`,
  agency_missing: 'Which agency is this request for? Please give the id of one of your agencies.',
  agency_unknown: 'This agency is not one of yours, or it does not exist.',
  agency_of_others: 'This agency does not belong to this centre, or does not exist.',
  broken_address:
    'This address is damaged: something is missing behind a percent sign. Please copy the whole of it again.',
  centre_missing: 'For which centre? Please give the id of one of your centres.',
  control_characters:
    'Visible characters only, please: control characters and line breaks are not allowed here.',
  day_or_instant:
    'Please give a day (2026-11-26) or a point in time with its offset from UTC (2026-11-26T10:00:00+01:00).',
  email_ambiguous:
    'Several people use this e-mail address. Please give the exact name, or say that another person joins them (sharesEmail).',
  email_of_another:
    'Another person uses this e-mail address. If it is the same one, please check the name. If somebody else joins them, say so (sharesEmail: true).',
  email_same: 'This is already the address of this account.',
  empty_window: 'The window begins and ends at the same time. Please give two different times.',
  end_before_start: 'The end must be after the start.',
  entry_not_valid: 'This entry of the list is not valid on the day of the appointment.',
  group_members: 'Only a shared name has languages under it: at least two that exist already.',
  idempotency_key: 'The key consists of 1 to 255 visible ASCII characters, without spaces.',
  in_the_past: 'The start must be in the future.',
  instant:
    'Please give a time with day, time and offset from UTC, like this: 2026-11-26T10:00:00+01:00. Without the offset it is not clear which zone is meant.',
  invalid: 'We do not understand this.',
  invalid_email: 'Please give a complete e-mail address, like this: name@example.org.',
  invalid_json: 'This is not valid JSON. Check brackets, commas and quotation marks.',
  language_code: 'The code consists of small letters a–z, like this: ckb or ar-eg.',
  language_group: (label, members) =>
    `${label} is the name of several languages. Please choose one of them: ${members}.`,
  language_unknown: 'We do not know this language. Please take a code from the list of languages.',
  language_unknown_of: (languages) => `We do not know this language. Possible values: ${languages}.`,
  local_date: 'Please give a day that exists, like this: 2026-11-26.',
  mixed_exception:
    'Please give either whole days (date only) or points in time (with a time), not a mixture.',
  not_in_list: 'This value is not among those to choose from.',
  not_in_list_of: (options) => `Possible values: ${options}.`,
  off_grid: (minutes) =>
    `Start and end lie on full ${minutes} minutes, for example 10:00 or 10:05, without seconds.`,
  postcode: 'Please give a postcode of five digits, like this: 59494.',
  required: 'This is missing.',
  start_and_end: 'Start and end belong together: please give both or neither.',
  slug: 'Small letters a–z, digits and single hyphens only, please, at most 40 characters.',
  six_digits: 'The code has six digits.',
  time_of_day: 'Please give a time from 00:00 to 24:00, like this: 09:30.',
  to_before_from: '“To” must not be before “from”.',
  too_big: 'This number is too big.',
  too_big_for: (maximum) => `${maximum} at most.`,
  too_far_ahead: 'This appointment is too far in the future.',
  too_far_ahead_for: (days) => `The start may be ${days} days in the future at most.`,
  too_long: 'This appointment is too long.',
  too_long_for: (hours) =>
    `An appointment lasts ${hours} hours at most. If it takes longer, please send two requests.`,
  too_long_text: 'This text is too long.',
  too_long_text_for: (maximum) => `${maximum} characters at most, please.`,
  too_many: 'These are too many entries.',
  too_many_for: (maximum) => `${maximum} entries at most.`,
  too_many_blocks: 'This would become too many assignments. Please split it into several requests.',
  too_many_blocks_for: (maximum) =>
    `This would become more than ${maximum} assignments. Please split it into several requests.`,
  too_short: 'This text is too short.',
  too_short_for: (minimum) => `At least ${minimum} characters, please.`,
  too_short_empty: 'This must not be empty.',
  too_small: 'This number is too small.',
  too_small_for: (minimum) => `At least ${minimum}.`,
  unreadable: 'We could not read this: it did not arrive whole, or it is not encoded as its headers say.',
  unknown_interpreter: 'There is no such person in your centre.',
  unknown_reference: 'There is no such id in your centre.',
  unknown_key: 'We do not know this field. Please leave it out.',
  unknown_key_named: (key) => `We do not know the field “${key}”. Please leave it out.`,
  variety_of: 'Only a variety belongs to a language, and that has to exist already.',
  venue_missing: 'For an appointment on site we need the place: name, street, postcode and town.',
  wrong_type: 'This has the wrong form.',
  wrong_type_for: (expected) => `This should be ${expected}.`,
  zone: 'We do not know this time zone. Please give a name such as Europe/Berlin.',
  types: {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    date: 'a point in time',
  },
};
