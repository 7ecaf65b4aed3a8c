/** What an opened database is, and how every client of it connects. */
import type { MongoClientOptions } from 'mongodb';
import './driver.ts';

export type Database = {
  /** For `mongoose.connect` or `MongoClient`, together with `connectionOptions`. */
  uri: string;
  engine: 'uri' | 'mongod' | 'embedded';
  /** One line for the log: which engine, which version, where its data lies; never credentials. */
  description: string;
  /** Lets go of it: stops a mongod child; the embedded one ends by itself after its last client. */
  close(): Promise<void>;
};

export type DatabaseSettings = {
  mongodbUri?: string | undefined;
  dataDir: string;
  /** Told once which database it is. */
  log?: (line: string) => void;
  /** Told what happens to a database of our own later: that its process was lost, and that it is there again. */
  report?: (line: string) => void;
  /** Leaves no choice; without it the first of the design's order is taken. */
  engine?: 'embedded' | 'mongod';
};

/**
 * For MongoClient and Mongoose alike: an acknowledged write is on disk on a majority, a read sees nothing
 * that could be lost again, and a server that is gone is an error after five seconds, one that has fallen silent
 * after ten. Options win over the URI, except `j` and `wtimeout`, which `openDatabase` takes out of it.
 */
export const connectionOptions = {
  w: 'majority',
  journal: true,
  readConcernLevel: 'majority',
  readPreference: 'primary',
  retryWrites: true,
  serverSelectionTimeoutMS: 5000,
  connectTimeoutMS: 5000,
  socketTimeoutMS: 6000,
} as const satisfies MongoClientOptions;
