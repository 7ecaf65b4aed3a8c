/** What the page of a request shows: the state, the facts, who comes once it is firm, and what the agency can do now. */
import { findAccount } from '../../../models/account.ts';
import type { Assignment } from '../../../models/assignment/shape.ts';
import type { Centre } from '../../../models/centre.ts';
import { type Languages, languageLabel, readLanguages } from '../../../models/language.ts';
import { agreed } from '../../../models/rules/agreed.ts';
import { localDateOf, timeOfDayOf } from '../../../models/rules/local-time.ts';
import {
  agencyActions,
  otherModes,
  relatedLanguages,
} from '../../../models/rules/own-page/agency-actions.ts';
import { agencySituation } from '../../../models/rules/own-page/agency-situation.ts';
import { isNewPlace } from '../../../models/rules/own-page/as-asked.ts';
import { agencyHearsBy } from '../../../models/rules/own-page/hear-by.ts';
import { isLate } from '../../../models/rules/transitions/booking.ts';
import { saidSinceFirm } from '../../../models/rules/transitions/on-the-day.ts';
import type { Locale } from '../../../models/shape.ts';
import type { RequestView } from '../../../templates/pages/views.ts';
import type { Requested } from './by-token.ts';

type Around = { centre: Centre; now: Date; locale: Locale; action: string };

/** The view for this contact. Nothing of client, occasion or notes is in it: a link may be passed on by mistake. */
export async function requestView(
  { assignment, account }: Requested,
  { centre, now, locale, action }: Around,
): Promise<RequestView> {
  const { number, start, end, booking, onsiteContact, alternatives } = assignment;
  const languages = await readLanguages();
  const { language, mode, venue } = agreed(assignment, booking);
  const hearBy = agencyHearsBy(assignment, now);
  const interpreter = await whoComes(assignment, centre);
  const label = (code: string) => languageLabel(languages, code, locale);
  return {
    situation: agencySituation(assignment),
    ...(isNewPlace(assignment) && { isNewPlace: true }),
    can: agencyActions(assignment, languages, now),
    isLate: booking !== undefined && isLate(assignment, { now, centre }),
    inTimeUntil: new Date(start.getTime() - centre.rules.lateHours * 3_600_000),
    name: account.name,
    number,
    language: label(language),
    start,
    end,
    zone: centre.zone,
    mode,
    alternatives,
    action,
    sequence: assignment.sequence,
    typed: {
      date: localDateOf(start, centre.zone),
      from: timeOfDayOf(start, centre.zone),
      to: timeOfDayOf(end, centre.zone),
    },
    ...choices(assignment, languages, label),
    ...(venue && { venue }),
    ...(onsiteContact && { onsiteContact }),
    ...(interpreter && { interpreter }),
    ...(hearBy && { hearBy }),
    ...(assignment.rejection && { rejection: assignment.rejection.code }),
    ...(assignment.unfilled && { reason: assignment.unfilled.reason }),
    ...(assignment.cancellation && { cancelledLate: assignment.cancellation.late }),
    ...onTheDay(assignment),
  };
}

/** Who comes is said with the firm booking, not before; the telephone number where the centre allows it. */
async function whoComes({ booking, firmAt, status }: Assignment, { rules }: Centre) {
  const isExpected = status === 'confirmed' || status === 'moved' || status === 'completed';
  if (!booking || !firmAt || !isExpected) return undefined;
  const { name, phone } = await findAccount(booking.account);
  return { name, ...(phone && status === 'confirmed' && rules.contactPolicy.interpreterPhone && { phone }) };
}

function choices(assignment: Assignment, languages: Languages, label: (code: string) => string) {
  return {
    modes: otherModes(assignment),
    languages: relatedLanguages(assignment, languages).map((code) => ({ code, label: label(code) })),
  };
}

/** What both sides have said on the day. */
function onTheDay(assignment: Assignment): Pick<RequestView, 'late' | 'nobodySaid'> {
  if (assignment.status !== 'confirmed') return {};
  const late = saidSinceFirm(assignment, 'running_late').at(-1)?.reason;
  const nobody = saidSinceFirm(assignment, 'nobody_here').findLast(({ role }) => role === 'contact');
  return { ...(late && { late: Number(late) }), ...(nobody && { nobodySaid: nobody.at }) };
}
