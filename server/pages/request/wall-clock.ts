/** A day and two times as somebody types them into a form, on the clock of the place. */
import { z } from 'zod';
import { type FieldError, PoolError } from '../../../models/pool-error.ts';
import { localTime, type Occurrence } from '../../../models/rules/local-time.ts';
import { gridMinutes, localDate, timeOfDay } from '../../../models/shape.ts';

const typed = z.string().trim().max(40).catch('');

/** What a form sends. `occurrence` says which of two hours is meant in the night when the clock is set back. */
export const typedTime = z.object({
  date: typed,
  from: typed,
  to: typed,
  occurrence: z.enum(['first', 'second']).optional().catch(undefined),
});
export type TypedTime = z.output<typeof typedTime>;

/**
 * Start and end as instants. Takes what date and time fields send, and what people write without them: 26.11.2026, 9.30 Uhr.
 * @throws `invalid_input` naming `date`, `from` or `to`: missing, no such day or time, off the grid, skipped or shown
 *   twice by the clock, an end that is not after the start
 */
export function readTypedTime(
  { date, from, to, occurrence }: TypedTime,
  zone: string,
): { start: Date; end: Date } {
  const day = dayOf(date);
  const [begin, finish] = [timeOf(from), timeOf(to)];
  refuse([
    ...problemOf('date', date, localDate.safeParse(day).success ? undefined : 'local_date'),
    ...problemOf('from', from, timeProblem(begin)),
    ...problemOf('to', to, timeProblem(finish)),
  ]);
  const start = instantOf('from', { day, time: begin, zone, occurrence });
  const end = endAfter(start, { day, time: finish, zone });
  if (end <= start) refuse([{ path: 'to', code: 'end_before_start' }]);
  return { start, end };
}

type Moment = { day: string; time: string; zone: string; occurrence?: Occurrence | undefined };

function instantOf(path: 'from' | 'to', { day, time, zone, occurrence }: Moment): Date {
  try {
    return localTime(day, time, zone, occurrence);
  } catch (error) {
    if (!(error instanceof PoolError)) throw error;
    const { code, details } = error;
    throw new PoolError('invalid_input', {
      errors: [{ path, code, ...(details.params && { params: details.params }) }],
    });
  }
}

/** Of an end that the clock shows twice, the first that comes after the start. */
function endAfter(start: Date, moment: Moment): Date {
  const first = instantOf('to', { ...moment, occurrence: 'first' });
  return first > start ? first : instantOf('to', { ...moment, occurrence: 'second' });
}

function dayOf(text: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

function timeOf(text: string): string {
  const [, hour, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?:\s*Uhr)?$/i.exec(text) ?? [];
  return hour ? `${hour.padStart(2, '0')}:${minutes}` : text;
}

function timeProblem(time: string): string | undefined {
  if (!timeOfDay.safeParse(time).success) return 'time_of_day';
  return Number(time.slice(3)) % gridMinutes === 0 ? undefined : 'off_grid';
}

function problemOf(path: string, sent: string, code: string | undefined): FieldError[] {
  if (!code) return [];
  return [sent === '' ? { path, code: 'required' } : { path, code, params: { sent } }];
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
}
