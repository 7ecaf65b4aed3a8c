/** What the page of an offer shows: as much as this person may know by now, and what they can do. */
import { findAgency } from '../../models/agency.ts';
import type { Asked } from '../../models/assignment/answers.ts';
import { bookingsAround } from '../../models/assignment/occupation.ts';
import type { Assignment, Offer } from '../../models/assignment/shape.ts';
import type { Centre } from '../../models/centre.ts';
import { findInterpreter } from '../../models/interpreter.ts';
import { languageLabel, readLanguages } from '../../models/language.ts';
import { agreed } from '../../models/rules/agreed.ts';
import { offerSituation } from '../../models/rules/offer-situation.ts';
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
  const { number, start, end, onsiteContact, booking, status } = assignment;
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
    situation: offerSituation(assignment, offer, now),
    can: offerActions(assignment, offer, { now, centre }),
    isLate: isLate(assignment, { now, centre }),
    sequence: assignment.sequence,
    name,
    number,
    language: languageLabel(languages, language, locale),
    start,
    end,
    zone: centre.zone,
    mode,
    agency: saidYes ? agency.name : agency.type,
    expiresAt: offer.expiresAt,
    sameDay: sameDay.filter((one) => one._id !== assignment._id && one.localDate === assignment.localDate)
      .length,
    action,
    ...(decisionBy && { decisionBy }),
    ...(isFirm && onTheDay(assignment)),
    ...(assignment.keepBy && { keepBy: assignment.keepBy }),
    ...(venue && { town: { postcode: venue.postcode, city: venue.city } }),
    ...(venue && saidYes && { venue }),
    ...(offer.kilometres !== undefined && { kilometres: offer.kilometres }),
    ...(onsiteContact && isFirm && centre.rules.contactPolicy.onsiteContact && { onsiteContact }),
    ...(isFirm && {
      feedUrl: `${baseUrl}/calendar/${secrets.sign('calendar', person._id, person.calendarVersion)}.ics`,
    }),
  };
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
