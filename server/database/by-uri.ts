/** The database that MONGODB_URI names. */
import { MongoClient } from 'mongodb';
import { StartFailure } from '../start-failure.ts';
import { connectionOptions, type Database } from './connection.ts';

const PATIENCE = 4500;

/**
 * Checks that the server answers and belongs to a replica set (a lone mongod refuses retryable writes).
 * @throws Error within five seconds, naming the hosts but never the credentials
 */
export async function openByUri(given: string): Promise<Database> {
  const uri = withDatabase(withoutConcerns(given));
  try {
    const version = await withinPatience(readVersion(uri, PATIENCE - 500));
    const description = `MongoDB ${version} at ${hostsOf(uri)} (MONGODB_URI)`;
    return { uri, engine: 'uri', description, close: async () => {} };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFailure(
      `MONGODB_URI leads to no usable database at ${hostsOf(given)}: ${reason}\nLook whether the server runs, and whether address, user and password are right. Nothing else is taken instead.`,
      { cause: error },
    );
  }
}

/** The version of the server at an address. @throws Error when it does not answer or stands alone */
async function readVersion(uri: string, patience: number): Promise<string> {
  const limits = { serverSelectionTimeoutMS: patience, connectTimeoutMS: patience };
  const client = new MongoClient(uri, { ...connectionOptions, ...limits });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.setName === undefined && hello.msg !== 'isdbgrid')
      throw new Error('the server is not in a replica set: start mongod with --replSet and initiate it once');
    const { version } = await client.db('admin').command({ buildInfo: 1 });
    return String(version);
  } finally {
    await client.close();
  }
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The URI without the options that say how safe a write or read is: those are ours to say. */
function withoutConcerns(uri: string): string {
  const [address, query] = uri.split('?', 2) as [string, string | undefined];
  if (query === undefined) return uri;
  const ours = /^(w|j|journal|wtimeout(ms)?|readconcernlevel|readpreference|retrywrites)=/i;
  const kept = query.split('&').filter((option) => !ours.test(option));
  return kept.length > 0 ? `${address}?${kept.join('&')}` : address;
}

/** A URI that names no database means ours, not the one that drivers make up. */
function withDatabase(uri: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?(?=\?|$)/, '$1/dolmetscherpool');
}

function hostsOf(uri: string): string {
  const hosts = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1];
  return hosts ?? 'an address that is no mongodb:// URI';
}
