/** A write that arrives again under the number it had before is applied once and answered alike. */
import { expect } from '@jest/globals';
import { type Document, Long, MongoClient } from 'mongodb';
import { type Given, test } from './suite.ts';

type Send = (txnNumber: number, command: Document) => Promise<Document>;

/**
 * Sends commands in one session, each under a number given by the test, as the driver does when it retries.
 * The session has a client of its own: the driver counts in its pooled sessions by itself.
 */
async function inSession({ uri }: Given, work: (send: Send) => Promise<void>): Promise<void> {
  const client = await MongoClient.connect(uri);
  const session = client.startSession();
  try {
    await work((txnNumber, command) =>
      client.db().command({ ...command, txnNumber: Long.fromNumber(txnNumber) }, { session }),
    );
  } finally {
    await session.endSession();
    await client.close();
  }
}

test('a repeated insert is applied once', async (given) => {
  const { collection } = given;
  const insert = { insert: collection.collectionName, documents: [{ a: 1 }, { a: 2 }] };

  await inSession(given, async (send) => {
    const first = await send(1, insert);
    const again = await send(1, insert);

    expect(first).toMatchObject({ n: 2, ok: 1 });
    expect(again).toMatchObject({ n: 2, ok: 1 });
    expect(again.writeErrors).toBeUndefined();
    expect(await collection.countDocuments()).toBe(2);
  });
});

test('a repeated update is applied once', async (given) => {
  const { collection, store } = given;
  await store({ n: 0 });
  const update = { update: collection.collectionName, updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] };

  await inSession(given, async (send) => {
    const first = await send(1, update);
    const again = await send(1, update);

    expect(first).toMatchObject({ n: 1, nModified: 1, ok: 1 });
    expect(again).toMatchObject({ n: 1, nModified: 1, ok: 1 });
    expect(await collection.findOne()).toEqual({ _id: 1, n: 1 });
  });
});

test('a repeated upsert is applied once and names the same _id', async (given) => {
  const { collection } = given;
  const update = {
    update: collection.collectionName,
    updates: [{ q: { a: 1 }, u: { $inc: { n: 1 } }, upsert: true }],
  };

  await inSession(given, async (send) => {
    const first = await send(1, update);
    const again = await send(1, update);

    expect(again.upserted).toEqual(first.upserted);
    expect(await collection.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ a: 1, n: 1 }]);
  });
});

test('a repeated delete is applied once', async (given) => {
  const { collection, store } = given;
  await store({ a: 1 }, { a: 1 }, { a: 1 });
  const remove = { delete: collection.collectionName, deletes: [{ q: { a: 1 }, limit: 1 }] };

  await inSession(given, async (send) => {
    const first = await send(1, remove);
    const again = await send(1, remove);

    expect(first).toMatchObject({ n: 1 });
    expect(again).toMatchObject({ n: 1 });
    expect(await collection.countDocuments()).toBe(2);
  });
});

/** A findAndModify that counts up and gives what has become. */
function adding(findAndModify: string) {
  return { findAndModify, query: {}, update: { $inc: { n: 1 } }, new: true };
}

test('a repeated findAndModify is applied once and gives the same document', async (given) => {
  const { collection, store } = given;
  await store({ n: 0 });
  const modify = adding(collection.collectionName);

  await inSession(given, async (send) => {
    const first = await send(1, modify);
    const again = await send(1, modify);

    expect(first.value).toEqual({ _id: 1, n: 1 });
    expect(again.value).toEqual({ _id: 1, n: 1 });
    expect(await collection.findOne()).toEqual({ _id: 1, n: 1 });
  });
});

test('a repeated write is answered from memory even when its document has changed since', async (given) => {
  const { collection, store } = given;
  await store({ n: 0 });
  const modify = adding(collection.collectionName);

  await inSession(given, async (send) => {
    await send(1, modify);
    await collection.updateOne({}, { $set: { n: 100 } });
    const again = await send(1, modify);

    expect(again.value).toEqual({ _id: 1, n: 1 });
    expect(await collection.findOne()).toEqual({ _id: 1, n: 100 });
  });
});

test('20 copies of one write at once are applied once', async (given) => {
  const { collection } = given;
  const modify = {
    findAndModify: collection.collectionName,
    query: { _id: 1 },
    update: { $inc: { n: 1 } },
    upsert: true,
    new: true,
  };

  await inSession(given, async (send) => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(1, modify)));

    expect(replies.map((reply) => reply.value)).toEqual(Array.from({ length: 20 }, () => ({ _id: 1, n: 1 })));
    expect(await collection.findOne()).toEqual({ _id: 1, n: 1 });
  });
});

test('the next number is another write', async (given) => {
  const { collection, store } = given;
  await store({ n: 0 });
  const update = { update: collection.collectionName, updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] };

  await inSession(given, async (send) => {
    await send(1, update);
    await send(2, update);
  });
  await inSession(given, async (send) => {
    await send(1, update);
  });

  expect(await collection.findOne()).toEqual({ _id: 1, n: 3 });
});

test('a number below the last one is refused with 225', async (given) => {
  const { collection, store } = given;
  await store({ n: 0 });
  const update = { update: collection.collectionName, updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] };

  await inSession(given, async (send) => {
    await send(5, update);

    await expect(send(4, update)).rejects.toMatchObject({ code: 225, codeName: 'TransactionTooOld' });
    expect(await collection.findOne()).toEqual({ _id: 1, n: 1 });
  });
});

test('a write that was refused is tried anew under its number', async (given) => {
  const { collection, store } = given;
  await collection.createIndex({ key: 1 }, { unique: true });
  await store({ key: 'x' });
  const insert = { insert: collection.collectionName, documents: [{ key: 'x' }] };

  await inSession(given, async (send) => {
    const refused = await send(1, insert).catch((error: unknown) => error);
    await collection.deleteOne({ key: 'x' });
    const again = await send(1, insert);

    expect(refused).toMatchObject({ writeErrors: [{ code: 11000 }] });
    expect(again).toMatchObject({ n: 1, ok: 1 });
    expect(await collection.countDocuments({ key: 'x' })).toBe(1);
  });
});

test('the driver takes the engine for one that can be asked again, and numbers its writes', async ({
  uri,
  collection,
}) => {
  const client = await MongoClient.connect(uri, { monitorCommands: true });
  const sent: (string | undefined)[] = [];
  client.on('commandStarted', ({ command }) => sent.push(command.txnNumber?.toString()));

  await client.db().collection(collection.collectionName).insertOne({ a: 1 });
  await client.db().collection(collection.collectionName).deleteOne({ a: 1 });
  await client.close();

  expect(sent.slice(0, 2)).toEqual(['1', '2']);
});
