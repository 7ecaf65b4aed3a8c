/** When an interpreter is free: read and replaced as a whole, by the person or a coordinator of one of their centres. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Availability, type AvailabilityException, weeklyWindow } from '../../../models/availability.ts';
import { type Centre, findCentre } from '../../../models/centre.ts';
import { findInterpreter, type Interpreter, saveAvailability } from '../../../models/interpreter.ts';
import { type FieldError, PoolError } from '../../../models/pool-error.ts';
import { addDays, localDateOf, rhythmTime } from '../../../models/rules/local-time.ts';
import { id, instant, localDate } from '../../../models/shape.ts';
import { type Caller, coordinates } from '../../access.ts';
import { endpoint } from '../../endpoint.ts';
import { writeInstant } from '../instants.ts';

/** Either two days, both included, or two instants with offset. */
const moment = z.union([localDate, z.iso.datetime({ offset: true })], { error: 'day_or_instant' });
const exception = z.strictObject({ from: moment, to: moment, kind: z.enum(['away', 'free']) });
const body = z
  .strictObject({ weekly: z.array(weeklyWindow).max(100), exceptions: z.array(exception).max(300) })
  .meta({ id: 'Availability' });
type Written = z.output<typeof body>;

const isDay = (value: string) => localDate.safeParse(value).success;

function checkWindows({ weekly }: Written): FieldError[] {
  return weekly.flatMap(({ from, to, validFrom, validTo }, index) => [
    ...(from === to || from === '24:00'
      ? [{ path: `weekly.${index}.to`, code: 'empty_window', params: { sent: to } }]
      : []),
    ...(validFrom && validTo && validTo < validFrom
      ? [{ path: `weekly.${index}.validTo`, code: 'end_before_start', params: { sent: validTo } }]
      : []),
  ]);
}

function checkExceptions({ exceptions }: Written): FieldError[] {
  return exceptions.flatMap(({ from, to }, index) => {
    if (isDay(from) !== isDay(to))
      return [{ path: `exceptions.${index}.to`, code: 'mixed_exception', params: { sent: to } }];
    const isOrdered = isDay(from) ? from <= to : Date.parse(from) < Date.parse(to);
    return isOrdered
      ? []
      : [{ path: `exceptions.${index}.to`, code: 'end_before_start', params: { sent: to } }];
  });
}

function readException(
  { from, to, kind }: Written['exceptions'][number],
  zone: string,
): AvailabilityException {
  if (!isDay(from)) return { from: instant.parse(from), to: instant.parse(to), wholeDays: false, kind };
  return {
    from: rhythmTime(from, '00:00', zone),
    to: rhythmTime(addDays(to, 1), '00:00', zone),
    wholeDays: true,
    kind,
  };
}

function writeException(
  { from, to, wholeDays, kind }: AvailabilityException,
  zone: string,
): Written['exceptions'][number] {
  if (!wholeDays) return { from: writeInstant(from, zone), to: writeInstant(to, zone), kind };
  const lastMoment = DateTime.fromJSDate(to).minus({ minutes: 1 }).toJSDate();
  return { from: localDateOf(from, zone), to: localDateOf(lastMoment, zone), kind };
}

function written({ weekly, exceptions }: Availability, zone: string): Written {
  return { weekly, exceptions: exceptions.map((one) => writeException(one, zone)) };
}

/** The person, for themselves or for coordinators of a centre that they have not left. @throws `not_found` */
async function personFor(
  caller: Caller,
  interpreter: string,
): Promise<{ person: Interpreter; centre: Centre }> {
  const person = await findInterpreter(interpreter);
  const current = person.memberships.filter(({ status }) => status !== 'left');
  const isOwn = caller.account._id === person.account;
  const isCoordinated = coordinates(
    caller,
    current.map(({ centre }) => centre),
  );
  if (!isOwn && !isCoordinated) throw new PoolError('not_found');
  const [{ centre } = { centre: '' }] = current.length > 0 ? current : person.memberships;
  return { person, centre: await findCentre(centre) };
}

const params = z.strictObject({ id });

export const availabilityEndpoints = [
  endpoint({
    method: 'get',
    path: '/interpreters/{id}/availability',
    summary:
      'The weekly rhythm in wall-clock time, and ranges that add or take away. Empty means: not known.',
    status: 200,
    params,
    reply: body,
    heads: ['ETag'],
    refuses: [404],
    handle: async ({ params: { id: interpreter }, caller }) => {
      const { person, centre } = await personFor(caller, interpreter);
      const known = person.availability ?? { weekly: [], exceptions: [] };
      return { body: written(known, centre.zone), version: person.version ?? 0 };
    },
  }),
  endpoint({
    method: 'put',
    path: '/interpreters/{id}/availability',
    summary: 'Replaces it. Ranges are two days (both included) or two instants with offset.',
    status: 200,
    params,
    body,
    reply: body,
    heads: ['ETag'],
    refuses: [404, 412],
    handle: async ({ params: { id: interpreter }, body: sent, caller, versions }) => {
      const { person, centre } = await personFor(caller, interpreter);
      const errors = [...checkWindows(sent), ...checkExceptions(sent)];
      if (errors.length > 0) throw new PoolError('invalid_input', { errors });
      const exceptions = sent.exceptions.map((one) => readException(one, centre.zone));
      const availability = { weekly: sent.weekly, exceptions };
      const saved = await saveAvailability(person._id, availability, versions);
      return { body: written(availability, centre.zone), version: saved.version ?? 0 };
    },
  }),
];
