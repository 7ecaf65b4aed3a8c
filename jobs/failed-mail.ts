/** What becomes of a mail that could not be made or handed over: another attempt later, or a coordinator's task. */

import { giveUpMessage, postpone } from '../models/message/delivery.ts';
import type { Message } from '../models/message.ts';

const minute = 60_000;

/** Minutes until the next attempt; greylisting passes at the second, a long outage is outlived (RFC 5321 §4.5.4.1). */
const backoff = [1, 6, 15, 30, 60];
const backoffLater = 120;
const giveUpAfter = 48 * 60 * minute;

/** How often it is tried to write a mail that cannot be written. */
const mostWritings = 5;

/** How the transport failed: for good, for now, or because nobody answered at all. */
export type Failure = 'permanent' | 'temporary' | 'unreachable';

type At = { now: Date; random: () => number };

/** The transport has failed: a permanent refusal is dead at once, anything else is tried again. @returns how it failed */
export async function handleFailure(message: Message, error: unknown, at: At): Promise<Failure> {
  const failure = failureOf(error);
  const isTooOld = at.now.getTime() - message.createdAt.getTime() > giveUpAfter;
  await tryAgainUnless(failure === 'permanent' || isTooOld, message, at, {
    lastError: { code: codeOf(error), text: textOf(error) },
    refused: wasRefused(error),
  });
  return failure;
}

/** The mail could not be written (a bug, or somebody it speaks of is gone): tried again a few times, then dead. */
export async function handleUnwritable(message: Message, error: unknown, at: At): Promise<void> {
  await tryAgainUnless(message.attempts >= mostWritings, message, at, {
    lastError: { code: 'not_written', text: textOf(error) },
    refused: message.handedOverAt === undefined,
  });
}

type Trouble = { lastError: NonNullable<Message['lastError']>; refused: boolean };

async function tryAgainUnless(
  isHopeless: boolean,
  message: Message,
  { now, random }: At,
  { lastError, refused }: Trouble,
): Promise<void> {
  if (isHopeless) await giveUpMessage(message, lastError, { refused });
  else await postpone(message, nextAttempt(message.attempts, now, random), lastError, { refused });
}

/** When the next attempt is due after so many, give or take a quarter. */
function nextAttempt(attempts: number, now: Date, random: () => number): Date {
  const minutes = backoff[attempts - 1] ?? backoffLater;
  return new Date(now.getTime() + minutes * minute * (0.75 + random() / 2));
}

/** What Nodemailer says about a failure. */
type TransportError = {
  permanent?: boolean;
  responseCode?: number;
  code?: string;
  syscall?: string;
  timeoutType?: string;
};

function failureOf(error: unknown): Failure {
  const { permanent, responseCode } = error as TransportError;
  if (permanent === true) return 'permanent';
  return responseCode === undefined ? 'unreachable' : 'temporary';
}

/** Whether the server has certainly not taken the mail: it said so, or there was no conversation. Lost in between, it may have. */
function wasRefused(error: unknown): boolean {
  const { responseCode, code, syscall, timeoutType } = error as TransportError;
  return (
    responseCode !== undefined ||
    syscall === 'connect' ||
    ['EDNS', 'EAUTH', 'ETLS'].includes(code ?? '') ||
    ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT'].includes(timeoutType ?? '')
  );
}

function codeOf(error: unknown): string {
  const { code, responseCode } = error as TransportError;
  return String(responseCode ?? code ?? 'unknown');
}

/** The server's own words, without addresses: messages hold ids only. */
function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\S+@\S+/g, '…').slice(0, 300);
}
