/** connect-mongo on the engine: the sessions of people who are signed in. */
import { expect } from '@jest/globals';
import MongoStore from 'connect-mongo';
import session, { type SessionData } from 'express-session';
import { type Given, test } from './suite.ts';

type Visit = SessionData & { account?: string };

/** A store on the test's own collection, with its callbacks turned into promises. */
async function sessions({ client, db, collection }: Given) {
  const { collectionName } = collection;
  const store = MongoStore.create<Visit>({
    client,
    dbName: db.databaseName,
    collectionName,
    ttl: 60,
    stringify: false,
  });
  await store.collectionP;
  const done = (work: (settle: (error?: unknown) => void) => void) =>
    new Promise<void>((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
  return {
    get: (id: string) =>
      new Promise<Visit | null | undefined>((resolve, reject) =>
        store.get(id, (error, found) => (error ? reject(error) : resolve(found))),
      ),
    set: (id: string, visit: Visit) => done((settle) => store.set(id, visit, settle)),
    touch: (id: string, visit: Visit) => done((settle) => store.touch(id, visit, settle)),
    destroy: (id: string) => done((settle) => store.destroy(id, settle)),
  };
}

function visit(account: string, maxAge: number): Visit {
  const cookie = new session.Cookie();
  cookie.maxAge = maxAge;
  return { cookie, account };
}

test('a session is set, read and overwritten', async (given) => {
  const store = await sessions(given);

  await store.set('one', visit('ann', 60_000));
  await store.set('two', visit('bob', 60_000));
  await store.set('one', visit('eve', 60_000));

  expect((await store.get('one'))?.account).toBe('eve');
  expect((await store.get('two'))?.account).toBe('bob');
  expect(await given.collection.countDocuments()).toBe(2);
});

test('a session that has expired is not given out', async (given) => {
  const store = await sessions(given);

  await store.set('old', visit('ann', -1000));

  expect(await store.get('old')).toBeFalsy();
});

test('touching a session puts its end off', async (given) => {
  const store = await sessions(given);
  await store.set('one', visit('ann', 60_000));
  const before = await given.collection.findOne({ _id: 'one' });

  await store.touch('one', visit('ann', 600_000));

  const after = await given.collection.findOne({ _id: 'one' });
  expect(Number(after?.expires) - Number(before?.expires)).toBeGreaterThan(500_000);
});

test('touching a session that is gone is an error', async (given) => {
  const store = await sessions(given);

  await expect(store.touch('none', visit('ann', 1000))).rejects.toThrow(
    /Unable to find the session to touch/,
  );
});

test('a destroyed session is gone', async (given) => {
  const store = await sessions(given);
  await store.set('one', visit('ann', 60_000));

  await store.destroy('one');

  expect(await store.get('one')).toBeFalsy();
  expect(await given.collection.countDocuments()).toBe(0);
});

test('sessions expire by an index on their end', async (given) => {
  await sessions(given);

  const indexes = await given.collection.indexes();

  expect(indexes).toContainEqual(expect.objectContaining({ key: { expires: 1 }, expireAfterSeconds: 0 }));
});
