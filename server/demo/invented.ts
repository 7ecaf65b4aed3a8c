/** How everything in the demo pool is invented: ids that are always the same, and addresses and telephone numbers that nobody has. */
import { createHash } from 'node:crypto';

/** The centre that is filled with people. */
export const centreId = 'soest';
export const zone = 'Europe/Berlin';

/** 24 hex digits that follow from what a thing is and how it is called. */
export function inventedId(kind: string, name: string): string {
  return createHash('sha256').update(`${kind}:${name}`).digest('hex').slice(0, 24);
}

/** `amal.beispiel@example.org`; mail to that domain reaches nobody (RFC 2606 §3). */
export function inventedEmail(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
}

/** A number of the range that the Bundesnetzagentur keeps free for films and books: 0221 4710 000 to 999. */
export function inventedPhone(extension: number): string {
  return `0221 4710 ${String(extension).padStart(3, '0')}`;
}
