/** What becomes of a mail that could not be handed over: another attempt later, or a coordinator's task. */
import { closeMessage, type Message, postpone } from '../models/message.ts';

const minute = 60_000;

/** Minutes until the next attempt; greylisting passes at the second, a long outage is outlived (RFC 5321 §4.5.4.1). */
const backoff = [1, 6, 15, 30, 60];
const backoffLater = 120;
const giveUpAfter = 48 * 60 * minute;

/** How the transport failed: for good, for now, or because nobody answered at all. */
export type Failure = 'permanent' | 'temporary' | 'unreachable';

/** Records the failure: a permanent refusal is dead at once, anything else is tried again. @returns how it failed */
export async function handleFailure(
  message: Message,
  error: unknown,
  now: Date,
  random: () => number,
): Promise<Failure> {
  const failure = failureOf(error);
  const lastError = { code: codeOf(error), text: textOf(error) };
  const isTooOld = now.getTime() - message.createdAt.getTime() > giveUpAfter;
  if (failure === 'permanent' || isTooOld) await closeMessage(message, 'dead', { lastError });
  else await postpone(message, nextAttempt(message.attempts, now, random), lastError);
  return failure;
}

/** When the next attempt is due after so many, give or take a quarter. */
function nextAttempt(attempts: number, now: Date, random: () => number): Date {
  const minutes = backoff[attempts - 1] ?? backoffLater;
  return new Date(now.getTime() + minutes * minute * (0.75 + random() / 2));
}

function failureOf(error: unknown): Failure {
  const { permanent, responseCode } = error as { permanent?: boolean; responseCode?: number };
  if (permanent === true) return 'permanent';
  return responseCode === undefined ? 'unreachable' : 'temporary';
}

function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return String(responseCode ?? code ?? 'unknown');
}

/** The server's own words, without addresses: messages hold ids only. */
function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\S+@\S+/g, '…').slice(0, 300);
}
