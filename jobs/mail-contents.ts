/** Gathers what a mail may say, and nothing more: the address only after a yes, the contact on site only where the centre allows it. */
import type { Account } from '../models/account.ts';
import { findAccount } from '../models/account.ts';
import { findAgency } from '../models/agency.ts';
import type { Assignment, Offer } from '../models/assignment/shape.ts';
import { type Centre, findCentre, listCentres } from '../models/centre.ts';
import { findInterpreter } from '../models/interpreter.ts';
import { languageLabel, readLanguages } from '../models/language.ts';
import type { Message } from '../models/message.ts';
import { agreed } from '../models/rules/agreed.ts';
import type { AssignmentFacts, CentreFacts, MailFacts } from '../templates/mail/facts.ts';
import { eventFacts, eventOf } from './event-facts.ts';
import { choiceUrls, type MailSettings, offerUrl, ownUrl } from './mail-links.ts';
import { askedFacts, formerFacts, momentFacts, remindersAhead } from './mail-moments.ts';
import { isOfSeveralCentres, personalFacts } from './personal-facts.ts';

/** The facts of one message. `assignment` is the one it is about; sign-ins have none. */
export async function gatherFacts(
  message: Message,
  account: Account,
  assignment: Assignment | null,
  { settings, now }: { settings: MailSettings; now: Date },
): Promise<MailFacts> {
  const event = await eventOf(message);
  const centre = await speakingCentre(message, account, assignment ?? event);
  const offer = assignment?.offers.find((one) => one.id === message.offer);
  const { kind, role, reason, leadHours } = message;
  return {
    kind,
    role,
    locale: account.locale,
    name: account.name,
    baseUrl: settings.baseUrl,
    centre: centreFacts(centre),
    at: now,
    hasCalendar: false,
    ...(reason && { reason }),
    ...(leadHours !== undefined && { leadHours }),
    ...(assignment && {
      assignment: await assignmentFacts(message, assignment, { account, centre, offer, settings, now }),
    }),
    ...(event && { event: await eventFacts(message, event, account) }),
    ...(offer && { offer: offerFacts(offer, settings) }),
    ...(isOfSeveralCentres(account) && { isOfSeveralCentres: true }),
    ...(await personalFacts(message, account, centre, settings)),
    ...(kind === 'booked' && { reminders: remindersAhead(assignment, centre) }),
    ...(kind === 'booked' && role === 'interpreter' && { feedUrl: await feedUrl(assignment, settings) }),
  };
}

function centreFacts({ name, poolName, unit, address, phone, email, zone }: Centre): CentreFacts {
  return { name, poolName, unit, address, phone, email, zone };
}

/** The centre of the appointment, or the one that took somebody in; for signing in, a person's first speaks for the pool. */
async function speakingCentre(
  message: Message,
  account: Account,
  about: { centre: string } | null | undefined,
): Promise<Centre> {
  const own = about?.centre ?? message.centre ?? account.memberships[0]?.centre;
  if (own) return findCentre(own);
  const [first] = await listCentres();
  if (!first) throw new Error('there is no centre that could write');
  return first;
}

type Around = {
  account: Account;
  centre: Centre;
  offer: Offer | undefined;
  settings: MailSettings;
  now: Date;
};

async function assignmentFacts(
  message: Message,
  assignment: Assignment,
  { account, centre, offer, settings, now }: Around,
): Promise<AssignmentFacts> {
  const { role, kind } = message;
  const { number, start, end, booking, onsiteContact, firmAt } = assignment;
  const [languages, agency] = await Promise.all([readLanguages(), findAgency(assignment.agency)]);
  const isVolunteer = role === 'interpreter';
  const mayKnowPlace = !isVolunteer || (booking?.account === account._id && kind !== 'taken');
  const isFirm = assignment.status === 'confirmed';
  const mayKnowContact = !isVolunteer || (isFirm && mayKnowPlace && centre.rules.contactPolicy.onsiteContact);
  const mayKnowWho = role === 'contact' ? firmAt !== undefined : !isVolunteer;
  const booked = booking && mayKnowWho ? await bookedPerson(booking.account, isFirm, centre) : undefined;
  const { language, mode, venue } = agreed(assignment, isVolunteer && offer ? offer : booking);
  const { unsure, ...asked } = askedFacts(message, assignment, offer);
  const url = ownUrl(message, assignment, offer, settings);
  return {
    number,
    ...(!unsure.includes('language') && {
      language: languageLabel(languages, language, account.locale),
    }),
    start,
    end,
    ...asked,
    mode,
    agency: agency.name,
    inTimeUntil: new Date(start.getTime() - centre.rules.lateHours * 3_600_000),
    ...(saysWishes.includes(kind) &&
      wishes(assignment, (code) => languageLabel(languages, code, account.locale))),
    ...(venue && !asked.isPlaceUnsure && { town: { postcode: venue.postcode, city: venue.city } }),
    ...(venue && mayKnowPlace && { venue }),
    ...(onsiteContact && mayKnowContact && { onsiteContact }),
    ...(booked && { interpreter: booked }),
    ...(role === 'coordinator' && kind === 'given_back' && (await formerFacts(message, assignment))),
    ...momentFacts(message, assignment, { centre, now }),
    ...(url && { url }),
    ...(url && kind === 'unfilled' && { choices: choiceUrls(assignment, url, { languages, now }) }),
  };
}

/** Mails to agency and coordinators that name every wish, because the search has yet to begin or to go on. */
const saysWishes: Message['kind'][] = ['receipt', 'new_request', 'still_open'];

/** What the agency could do with as well. */
function wishes({ alternatives, alsoLanguages, alsoModes }: Assignment, labelOf: (code: string) => string) {
  return { alternatives, alsoLanguages: alsoLanguages.map(labelOf), alsoModes };
}

async function bookedPerson(
  id: string,
  isFirm: boolean,
  centre: Centre,
): Promise<{ name: string; phone?: string }> {
  const { name, phone } = await findAccount(id);
  return { name, ...(phone && isFirm && centre.rules.contactPolicy.interpreterPhone && { phone }) };
}

function offerFacts(offer: Offer, settings: MailSettings) {
  return {
    expiresAt: offer.expiresAt,
    url: offerUrl(offer, settings),
    ...(offer.kilometres !== undefined && { kilometres: offer.kilometres }),
  };
}

async function feedUrl(assignment: Assignment | null, { baseUrl, secrets }: MailSettings): Promise<string> {
  const person = await findInterpreter(assignment?.booking?.interpreter ?? '');
  return `${baseUrl}/calendar/${secrets.sign('calendar', person._id, person.calendarVersion)}.ics`;
}
