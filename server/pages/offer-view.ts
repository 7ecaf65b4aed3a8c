/** What the page of an offer shows: as much as this person may know by now, and what they can do. */
import { findAgency } from '../../models/agency.ts';
import type { Asked } from '../../models/assignment/answers.ts';
import { bookingsAround } from '../../models/assignment/occupation.ts';
import type { Assignment, Offer } from '../../models/assignment/shape.ts';
import type { Centre } from '../../models/centre.ts';
import { findInterpreter } from '../../models/interpreter.ts';
import { languageLabel, readLanguages } from '../../models/language.ts';
import { agreed } from '../../models/rules/agreed.ts';
import { closedSituations, type OfferSituation, offerSituation } from '../../models/rules/offer-situation.ts';
import { type AsAsked, asAsked, isNewPlace } from '../../models/rules/own-page/as-asked.ts';
import { volunteerHearsBy } from '../../models/rules/own-page/hear-by.ts';
import { offerActions } from '../../models/rules/own-page/offer-actions.ts';
import { isLate } from '../../models/rules/transitions/booking.ts';
import { saidSinceFirm } from '../../models/rules/transitions/on-the-day.ts';
import type { Locale } from '../../models/shape.ts';
import type { OfferView } from '../../templates/pages/views.ts';
import type { Context } from '../context.ts';

type Around = { centre: Centre; context: Context; locale: Locale; action: string };

/** Address and contact on site appear only once this person may know them. */
export async function offerView(
  { assignment, offer }: Asked,
  name: string,
  around: Around,
): Promise<OfferView> {
  const { centre, context, locale, action } = around;
  const now = context.clock();
  const { number, onsiteContact, booking, status } = assignment;
  const situation = offerSituation(assignment, offer, now);
  const { start, end, unsure } = timeFor(assignment, offer, situation);
  const isPlaceKnown = !unsure.includes('place');
  const { language, mode, venue } = agreed(assignment, offer);
  const [languages, agency, person, sameDay] = await Promise.all([
    readLanguages(),
    findAgency(assignment.agency),
    findInterpreter(offer.interpreter),
    bookingsAround([offer.interpreter], assignment),
  ]);
  const saidYes = booking?.offer === offer.id;
  const isFirm = saidYes && status === 'confirmed';
  const { secrets, baseUrl } = context;
  const decisionBy = hasSaidYes(offer) ? volunteerHearsBy(assignment, centre.rules, now) : undefined;
  return {
    situation,
    can: offerActions(assignment, offer, { now, centre }),
    isLate: isLate(assignment, { now, centre }),
    sequence: assignment.sequence,
    name,
    number,
    start,
    end,
    zone: centre.zone,
    mode,
    ...(!unsure.includes('language') && { language: languageLabel(languages, language, locale) }),
    ...(!isPlaceKnown && { isPlaceUnsure: true }),
    ...(situation === 'moved' && isNewPlace(assignment) && { isNewPlace: true }),
    agency: saidYes ? agency.name : agency.type,
    expiresAt: offer.expiresAt,
    sameDay: sameDay.filter((one) => one._id !== assignment._id && one.localDate === assignment.localDate)
      .length,
    action,
    ...(decisionBy && { decisionBy }),
    ...(isFirm && onTheDay(assignment)),
    ...(assignment.keepBy && { keepBy: assignment.keepBy }),
    ...(venue && isPlaceKnown && { town: { postcode: venue.postcode, city: venue.city } }),
    ...(venue && saidYes && { venue }),
    ...(offer.kilometres !== undefined && isPlaceKnown && { kilometres: offer.kilometres }),
    ...(onsiteContact && isFirm && centre.rules.contactPolicy.onsiteContact && { onsiteContact }),
    ...(isFirm && {
      feedUrl: `${baseUrl}/calendar/${secrets.sign('calendar', person._id, person.calendarVersion)}.ics`,
    }),
  };
}

/** What is closed stays as it was asked for. */
function timeFor(assignment: Assignment, offer: Offer, situation: OfferSituation): AsAsked {
  if (closedSituations.includes(situation)) return asAsked(assignment, offer);
  return { start: assignment.start, end: assignment.end, unsure: [] };
}

/** Noted or willing: whether it becomes a booking is still open. */
function hasSaidYes({ state }: Offer): boolean {
  return state === 'accepted' || state === 'willing';
}

/** What the person has already said on the day. */
function onTheDay(assignment: Assignment): Pick<OfferView, 'saidLate' | 'saidNobody'> {
  const late = saidSinceFirm(assignment, 'running_late').at(-1)?.reason;
  const nobody = saidSinceFirm(assignment, 'nobody_here').findLast(({ role }) => role === 'interpreter');
  return { ...(late && { saidLate: Number(late) }), ...(nobody && { saidNobody: nobody.at }) };
}
