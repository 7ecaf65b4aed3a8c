/** The calendar feed of one interpreter, reached by a renewable secret: firm bookings, and cancellations of the last 30 days. */
import { Router } from 'express';
import { findAccount } from '../models/account.ts';
import { findAgencies } from '../models/agency.ts';
import { calendarOf } from '../models/assignment/list.ts';
import type { Assignment } from '../models/assignment/shape.ts';
import { type Centre, listCentres } from '../models/centre.ts';
import { findInterpreter, type Interpreter } from '../models/interpreter.ts';
import { type Languages, languageLabel, readLanguages } from '../models/language.ts';
import { PoolError } from '../models/pool-error.ts';
import { agreed } from '../models/rules/agreed.ts';
import { calendarUid } from '../models/rules/calendar-uid.ts';
import { idInToken } from '../models/secrets.ts';
import type { Locale } from '../models/shape.ts';
import { type FeedEvent, feed } from '../templates/calendar.ts';
import { appointmentEvent } from '../templates/mail/appointment-event.ts';
import { words } from '../templates/words/words.ts';
import type { Context } from './context.ts';

const thirtyDays = 30 * 24 * 3_600_000;

export function calendarFeed(context: Context): Router {
  const router = Router();
  router.get('/calendar/:secret.ics', async (request, response) => {
    const person = await personBySecret(request.params.secret, context);
    const { locale } = await findAccount(person.account);
    const since = new Date(context.clock().getTime() - thirtyDays);
    const events = await eventsOf(await calendarOf(person._id, since), locale, context);
    response
      .set('Cache-Control', 'private, max-age=300')
      .type('text/calendar; charset=utf-8')
      .send(feed(events, { name: words(locale).calendar.feedName('Dolmetscherpool') }));
  });
  return router;
}

/** @throws `not_found` for a secret that is not, or no longer, right */
async function personBySecret(secret: string, { secrets }: Context): Promise<Interpreter> {
  const id = idInToken(secret);
  if (!id) throw new PoolError('not_found');
  const person = await findInterpreter(id);
  if (!secrets.isSigned('calendar', secret, person.calendarVersion)) throw new PoolError('not_found');
  return person;
}

async function eventsOf(assignments: Assignment[], locale: Locale, context: Context): Promise<FeedEvent[]> {
  const [centres, agencies, languages] = await Promise.all([
    listCentres(),
    findAgencies(assignments.map(({ agency }) => agency)),
    readLanguages(),
  ]);
  return assignments.map((assignment) =>
    eventOf(assignment, locale, {
      centre: centres.find(({ _id }) => _id === assignment.centre) as Centre,
      agency: agencies.get(assignment.agency)?.name ?? '',
      languages,
      context,
    }),
  );
}

type Around = { centre: Centre; agency: string; languages: Languages; context: Context };

/** The same entry as the mailed invitation has, so that a calendar that got both shows one. */
function eventOf(
  assignment: Assignment,
  locale: Locale,
  { centre, agency, languages, context }: Around,
): FeedEvent {
  const { _id, number, start, end, booking, offers, sequence, updatedAt, status } = assignment;
  const { language, mode, venue } = agreed(assignment, booking);
  const offer = offers.find(({ id }) => id === booking?.offer);
  const url = offer && `${context.baseUrl}/offers/${context.secrets.sign('offer', offer.id, offer.sequence)}`;
  const facts = {
    number,
    language: languageLabel(languages, language, locale),
    start,
    end,
    mode,
    agency,
    inTimeUntil: start,
    ...(venue && { venue }),
    ...(url && { url }),
  };
  return {
    ...appointmentEvent(facts, locale),
    uid: calendarUid(_id),
    sequence,
    dtstamp: updatedAt,
    organizer: { name: centre.poolName, email: context.mailFrom },
    isCancelled: status === 'cancelled',
  };
}
