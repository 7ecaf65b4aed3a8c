/** Running a command: refused or carried out as a whole, and remembered for a retry. */
import { ensure, errorReply, Refusal } from '../refusal.ts';
import { type Store, sessionOperation } from '../storage/store.ts';
import { attempt, commit, type Work } from '../storage/work.ts';
import { identityOf } from '../values/bson.ts';
import { type Document, firstField, own } from '../values/document.ts';
import { catalogueCommands } from './catalogue.ts';
import { assertCommand, type Command, type Context } from './command.ts';
import { cursorCommands } from './cursors.ts';
import { indexCommands } from './indexes.ts';
import { readCommands } from './read.ts';
import { greetings, serverCommands } from './server.ts';
import { writeCommands } from './write.ts';

const withoutData = { ...greetings, ...serverCommands };
const data = { ...readCommands, ...writeCommands, ...cursorCommands, ...catalogueCommands, ...indexCommands };

/** What a command runs on. */
export type Session = Pick<Context, 'cursors' | 'connection' | 'address'> & { store: Store };
/** A retryable write, by its number in its session. */
type Retry = { session: string; number: number };
/** `settled` resolves when everything that the reply tells of is on disk. */
export type Answer = { reply: Document; settled: Promise<void> };

/** Runs a command to its end; a refusal is a reply too. */
export function execute(command: Document, { store, ...session }: Session): Answer {
  const work: Work = { store, operations: [], undo: [] };
  const reply = answer(command, { ...session, work, database: String(command.$db ?? '') });
  const isWithoutData = own(withoutData, firstField(command)) !== undefined;
  return { reply, settled: isWithoutData ? Promise.resolve() : store.log.settled() };
}

function answer(command: Document, context: Context): Document {
  const name = firstField(command);
  try {
    const run = own(data, name) ?? own(withoutData, name);
    if (!run) throw new Refusal(59, `no such command: '${name}'`);
    if (!own(greetings, name)) assertCommand(command);
    const isRetryable = own(writeCommands, name) && command.lsid && command.txnNumber;
    if (!isRetryable) return carryOut(run, command, context);
    const retry = { session: identityOf(command.lsid), number: Number(command.txnNumber) };
    return recall(context.work.store, retry) ?? carryOut(run, command, context, retry);
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(`${name} failed:`, error);
    return errorReply(error);
  }
}

function carryOut(run: Command, command: Document, context: Context, retry?: Retry): Document {
  const { work } = context;
  return attempt(work, () => {
    const reply = { ...run(command, context), ok: 1 };
    if (retry && work.operations.length > 0) remember(work, retry, reply);
    commit(work);
    return reply;
  });
}

/** What the same write was answered the first time. @throws Refusal 225 when the session has gone on since */
function recall({ sessions }: Store, { session, number }: Retry): Document | undefined {
  const last = sessions.get(session);
  ensure(!last || last.number <= number, 225, `Retryable write ${number} is older than one that followed it`);
  return last?.number === number ? last.reply : undefined;
}

/** A write and its answer stand in one record of the log, so that a retry after a crash is not applied again. */
function remember({ store, operations, undo }: Work, { session, number }: Retry, reply: Document): void {
  const former = store.sessions.get(session);
  const remembered = { number, reply, at: Date.now() };
  store.sessions.set(session, remembered);
  undo.push(() => (former ? store.sessions.set(session, former) : store.sessions.delete(session)));
  operations.push(sessionOperation(session, remembered));
}
