/** Whom a round asks, and until when they may answer. */
import type { Offer, SecondChoice } from '../assignment/shape.ts';
import type { CentreRules } from '../centre/rules.ts';
import { offerMayLeaveAt, type QuietHours } from './quiet-hours.ts';

const hour = 3_600_000;
const quarter = 15 * 60_000;

/** Least and most time to answer. In between somebody gets a sixth of the time that is left. */
const least = hour / 2;
const most = 24 * hour;

/**
 * Until when an answer is asked for: 24 hours from the moment the mail may leave, less when the appointment is near
 * (a sixth of the time left, half an hour at least, on the quarter of an hour), never after its start.
 */
export function answerBy(sendAt: Date, start: Date): Date {
  const left = start.getTime() - sendAt.getTime();
  const time = Math.min(most, Math.max(least, left / 6));
  const rounded = Math.ceil((sendAt.getTime() + time) / quarter) * quarter;
  return new Date(Math.min(rounded, start.getTime()));
}

/** Who is to be asked, best first, with what the offer has to remember. */
export type Asked = {
  interpreter: string;
  account: string;
  kilometres?: number | undefined;
  secondChoice?: SecondChoice | undefined;
};

/** Whom the next round asks of those who fit, best first: one, the few of a wave, or all. */
export function nextToAsk<Candidate>(
  candidates: Candidate[],
  { offerMode, waves }: Pick<CentreRules, 'offerMode' | 'waves'>,
): Candidate[] {
  if (offerMode === 'all_at_once') return candidates;
  return candidates.slice(0, offerMode === 'waves' ? waveOf({ waves }).size : 1);
}

/** How a centre sends waves; those that have not said so ask three, and after an hour the next three. */
export function waveOf({ waves }: Pick<CentreRules, 'waves'>): NonNullable<CentreRules['waves']> {
  return waves ?? { size: 3, pauseMinutes: 60 };
}

/** The offer to one person, counted from the moment it may be sent. */
export function planOffer(
  asked: Asked,
  { id, round, sequence, start }: { id: string; round: number; sequence: number; start: Date },
  { now, quiet, zone }: { now: Date; quiet: QuietHours | undefined; zone: string },
): Offer {
  const sendAt = offerMayLeaveAt(now, start, quiet, zone);
  return {
    id,
    interpreter: asked.interpreter,
    account: asked.account,
    round,
    state: 'pending',
    askedAt: now,
    sendAt,
    expiresAt: answerBy(sendAt, start),
    sequence,
    ...(asked.kilometres !== undefined && { kilometres: Math.round(asked.kilometres) }),
    ...(asked.secondChoice && { secondChoice: asked.secondChoice }),
  };
}
