/** The `test` of this folder: a database and a collection for each, and an eye on the list of known differences. */

import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, test as declare } from '@jest/globals';
import type { Collection, Document, Filter, ObjectId, UpdateFilter, UpdateOptions } from 'mongodb';
import { connect, type TestDatabase } from '../support/engine.ts';
import { differences } from './differences.ts';

/** A document of a test: whatever it likes, under a short `_id`. */
export type Row = Document & { _id?: number | string | ObjectId };

export type Given = TestDatabase & {
  /** A collection that no other test uses. */
  collection: Collection<Row>;
  /** Stores documents, numbered from 1 where they bring no `_id`. */
  store(...documents: Document[]): Promise<void>;
  /** The `_id`s of the documents that a filter finds, in ascending order. */
  found(filter: Filter<Row>): Promise<unknown[]>;
  /** Stores one document, updates it, and gives back what became of it (its `_id` is 1). */
  changed(before: Document, update: Document, how?: How): Promise<Document | null>;
};
type How = UpdateOptions & { where?: Filter<Row> };

let connection: Promise<TestDatabase> | undefined;
let collections = 0;

afterAll(async () => (await connection)?.close());

/**
 * Declares a test that must hold on every engine. Where `differences` names it for the engine at hand, it must fail
 * as described there, and says so: a difference that is gone turns the test red until it is taken off the list.
 */
export function test(title: string, body: (given: Given) => Promise<void>, limit?: number): void {
  const run = async () => {
    connection ??= connect();
    const given = prepare(await connection);
    const engine = await engineName(given);
    const known = differences.find((difference) => difference.engine === engine && title in difference.tests);
    if (known === undefined) return body(given);
    await expectFailure(body(given), known.tests[title] ?? '');
    process.stdout.write(`known difference on ${engine}: ${title} – ${known.reason}\n`);
  };
  declare(title, run, limit);
}

async function expectFailure(outcome: Promise<void>, shows: string): Promise<void> {
  const failure = await outcome.then(
    () => undefined,
    (error: unknown) => stripVTControlCharacters(String(error)),
  );
  if (failure === undefined) throw new Error('this difference is gone: take it off the list');
  if (!failure.includes(shows)) throw new Error(`differs, but not by "${shows}": ${failure}`);
}

/** A URI does not say what answers there; its build does. */
async function engineName({ engine, db }: TestDatabase): Promise<string> {
  if (engine !== 'uri') return engine;
  const build = await db.admin().buildInfo();
  return build.gitVersion === 'documentdb' ? 'documentdb' : 'mongod';
}

function prepare(open: TestDatabase): Given {
  collections += 1;
  const collection = open.db.collection<Row>(`rows${collections}`);
  const store = async (...documents: Document[]) => {
    await collection.insertMany(documents.map((document, index) => ({ _id: index + 1, ...document })));
  };
  const found = async (filter: Filter<Row>) => {
    const rows = await collection.find(filter).toArray();
    return rows.map((row) => row._id as unknown).sort((a, b) => Number(a) - Number(b));
  };
  const changed = async (before: Document, update: Document, { where = {}, ...options }: How = {}) => {
    await store(before);
    await collection.updateOne({ _id: 1, ...where } as Filter<Row>, update as UpdateFilter<Row>, options);
    return collection.findOne();
  };
  return { ...open, collection, store, found, changed };
}

/** Waits until a condition holds, and gives up with an error after the limit. */
export async function until(holds: () => Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${milliseconds} ms in vain`);
    await setTimeout(20);
  }
}
