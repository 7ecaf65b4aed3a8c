/** An index never changes what a query finds, only how: the same questions with and without indexes. */
import { rmSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute } from '../../../server/database/embedded/commands/execute.ts';
import { realDisk } from '../../../server/database/embedded/log/disk.ts';
import { openStore, type Store } from '../../../server/database/embedded/storage/store.ts';
import type { Document } from '../../../server/database/embedded/values/document.ts';
import { sortBy, sortKeysOf } from '../../../server/database/embedded/values/sort.ts';
import { ownFolder } from './own-server.ts';

const folder = ownFolder();
const disk = { ...realDisk(folder), sync: async () => {} };
afterAll(() => rmSync(folder, { recursive: true }));

function run(store: Store, command: Document): Document {
  const session = { store, cursors: new Map(), address: '', connection: 1 };
  return execute({ ...command, $db: 'test' }, session).reply;
}

const plain = { requiredKeys: [] as [], noNullPrototype: true };
const small = fc.integer({ min: 0, max: 4 });
const scalar = fc.oneof({ weight: 5, arbitrary: small }, fc.constantFrom('a', null, true));
const inner = fc.record({ x: small, y: small }, plain);
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 3, arbitrary: fc.array(small, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }) },
  inner,
  fc.date({ min: new Date(0), max: new Date(5), noInvalidDate: true }),
);
const stored = fc.record({ a: value, b: value, c: scalar }, plain);

const range = fc.oneof(
  fc.tuple(small, small).map(([low, width]) => ({ $gt: low, $lt: low + width })),
  fc.tuple(small, small).map(([low, width]) => ({ $gte: low, $lte: low + width })),
  small.map(($gt) => ({ $gt })),
  scalar.map(($lte) => ({ $lte })),
);
const condition = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 3, arbitrary: range },
  fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
  range.map(($elemMatch) => ({ $elemMatch })),
  inner.map(($elemMatch) => ({ $elemMatch })),
  fc.tuple(range, range).map(([one, $elemMatch]) => ({ ...one, $elemMatch })),
  fc.array(small, { minLength: 1, maxLength: 2 }).map(($all) => ({ $all })),
  fc.constantFrom(
    { $exists: true },
    { $exists: false },
    { $ne: 1 },
    { $not: { $gt: 2 } },
    { $size: 2 },
    [1, 2],
  ),
);
const path = fc.constantFrom('a', 'a', 'b', 'c', 'a.x', 'a.y');
const fields = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
const filter = fc.oneof(
  { weight: 3, arbitrary: fields },
  fc.record({ 'a.x': small, 'a.y': condition }, { noNullPrototype: true }),
  fc.record({ a: small }, { noNullPrototype: true }),
  fc.tuple(fields, fields).map(([one, other]) => ({ $and: [one, other] })),
  fc.tuple(fields, fields).map(([one, other]) => ({ ...one, $or: [other, { c: 1 }] })),
);
const order = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1, -1), {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
});

const keys = [
  { a: 1 },
  { a: -1, b: 1 },
  { b: 1, a: -1 },
  { 'a.x': 1, 'a.y': 1 },
  { c: 1, a: 1 },
  { a: 1, c: -1 },
];
const kinds = [{}, {}, { sparse: true }, { partialFilterExpression: { a: { $gte: 2 } } }];
const index = fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...kinds));

const change = fc.oneof(
  fc.record(
    { q: fields, u: stored.map(($set) => ({ $set: { z: 1, ...$set } })), multi: fc.constant(true) },
    { noNullPrototype: true },
  ),
  fc.record(
    { q: fields, u: fc.constant({ $unset: { a: 1 } }), multi: fc.constant(true) },
    { noNullPrototype: true },
  ),
);

function find(store: Store, collection: string, question: Document): Document[] {
  const { cursor } = run(store, { find: collection, batchSize: 1000, ...question });
  return (cursor as { firstBatch: Document[] }).firstBatch;
}

function identities(documents: Document[]): unknown[] {
  return documents.map(({ _id }) => _id).sort();
}

test('a query finds the same documents in the same order with any indexes as without', async () => {
  const store = await openStore(folder, disk);
  let cases = 0;
  const property = fc.property(
    fc.array(stored, { minLength: 5, maxLength: 15 }),
    fc.uniqueArray(index, {
      minLength: 1,
      maxLength: 3,
      selector: ([key, kind]) => JSON.stringify([key, kind]),
    }),
    fc.array(change, { maxLength: 4 }),
    fc.array(fc.record({ filter, sort: fc.option(order, { nil: undefined }) }, { noNullPrototype: true }), {
      minLength: 10,
      maxLength: 20,
    }),
    (documents, indexes, changes, questions) => {
      const [unindexed, indexed] = [`plain${++cases}`, `indexed${cases}`];
      const numbered = documents.map((document, _id) => ({ _id, ...document }));
      const specifications = indexes.map(([key, kind], at) => ({ key, name: `index${at}`, ...kind }));
      if (indexes.length > 0) run(store, { createIndexes: indexed, indexes: specifications });
      const { writeErrors } = run(store, { insert: indexed, ordered: false, documents: numbered });
      const refused = new Set(((writeErrors ?? []) as { index: number }[]).map(({ index: at }) => at));
      run(store, { insert: unindexed, documents: numbered.filter((_, at) => !refused.has(at)) });
      for (const update of changes) {
        const outcome = run(store, { update: indexed, updates: [update] });
        if (!outcome.writeErrors)
          expect(run(store, { update: unindexed, updates: [update] }).n).toBe(outcome.n);
      }
      for (const { filter: asked, sort } of questions) {
        const question = { filter: asked, ...(sort && { sort }) };
        const found = find(store, indexed, question);
        expect(identities(found)).toEqual(identities(find(store, unindexed, question)));
        expect(sortBy(found, sortKeysOf(sort), (document) => document)).toEqual(found);
      }
      run(store, { drop: unindexed });
      run(store, { drop: indexed });
    },
  );

  fc.assert(property, { numRuns: 400 });
  await store.log.close();
});
