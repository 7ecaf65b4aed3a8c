/** What a command is, and the options it takes; whatever else a client asks for is refused by name. */
import { Refusal, unsupported } from '../refusal.ts';
import type { Work } from '../storage/work.ts';
import type { Document } from '../values/document.ts';
import type { Cursors } from './cursors.ts';

export type Context = {
  work: Work;
  cursors: Cursors;
  connection: number;
  /** Where the server listens, for it presents itself as the only member of a replica set. */
  address: string;
  database: string;
};

/** Runs to its end without waiting, so that no other command sees the middle of it. */
export type Command = (command: Document, context: Context) => Document;
export type Commands = Record<string, Command>;
/** What every command takes. Writes are always journalled and reads see what is on disk, whatever the concerns say. */
const EVERYWHERE = '$db,$readPreference,comment,lsid,readConcern,txnNumber,writeConcern'.split(',');
/** What some commands and statements take besides; `background` means nothing since MongoDB 4.2. */
const OPTIONS: Record<string, string> = {
  find: 'filter sort projection skip limit batchSize singleBatch',
  count: 'query limit skip',
  distinct: 'key query',
  aggregate: 'pipeline cursor',
  getMore: 'collection batchSize',
  killCursors: 'cursors',
  explain: 'verbosity',
  insert: 'documents ordered',
  update: 'updates ordered',
  updates: 'q u multi upsert arrayFilters sort',
  delete: 'deletes ordered',
  deletes: 'q limit',
  findAndModify: 'query sort remove update new fields upsert arrayFilters',
  listCollections: 'filter nameOnly cursor authorizedCollections',
  listDatabases: 'filter nameOnly authorizedDatabases',
  createIndexes: 'indexes',
  indexes: 'v key name unique sparse partialFilterExpression expireAfterSeconds background',
  listIndexes: 'cursor',
  dropIndexes: 'index',
  cursor: 'batchSize',
};

/** @throws Refusal that names the first option which the command does not take */
export function assertCommand(command: Document): void {
  if ('startTransaction' in command || 'autocommit' in command)
    throw unsupported('a multi-document transaction (startTransaction)');
  const [name = '', ...given] = Object.keys(command).filter((one) => !EVERYWHERE.includes(one));
  assertOptions(given, name);
}

/** @throws Refusal that names the first option which is not among those of `where` */
export function assertOptions(given: string[], where: string): void {
  const known = OPTIONS[where === 'findandmodify' ? 'findAndModify' : where]?.split(' ') ?? [];
  const stranger = given.find((name) => !known.includes(name));
  if (stranger !== undefined) throw unsupported(`the option '${stranger}' of ${where}`);
}

/** The namespace of the collection that the first field of a command names. */
export function namespaceOf(command: Document, database: string): string {
  const [collection] = Object.values(command);
  if (typeof collection === 'string' && collection !== '') return `${database}.${collection}`;
  throw new Refusal(73, `Invalid namespace specified '${database}.${collection}'`);
}

/** A whole number not below zero, undefined when it is not given; int64 counts too, for nothing of it is stored. */
export function countOption(command: Document, name: string): number | undefined {
  const count = Number(command[name] ?? 0);
  if (Number.isSafeInteger(count) && count >= 0) return command[name] === undefined ? undefined : count;
  throw new Refusal(2, `${name} must be a whole number from 0`);
}
