/** What every route works with, handed in by `start.ts`: nothing here reads the environment or the clock by itself. */
import type { Logger } from 'pino';
import type { Assignment } from '../models/assignment/shape.ts';
import type { Message } from '../models/message.ts';
import type { Secrets } from '../models/secrets.ts';

export type Context = {
  clock: () => Date;
  /** Something has changed: the sweeps may look at once. */
  wake: () => void;
  /** What a message says, in German, for somebody who reads it out; undefined when it cannot be written. */
  readOut: (message: Message, assignment: Assignment | undefined) => Promise<string | undefined>;
  secrets: Secrets;
  baseUrl: string;
  /** The address that mail and invitations come from. */
  mailFrom: string;
  /** Whether mail goes to the built-in mailbox. */
  hasMailbox: boolean;
  /** Whether the pool is filled with invented people; pages say so. */
  isDemo: boolean;
  isProduction: boolean;
  log: Logger;
};
