/** Where an engine that this project did not write is known to differ from MongoDB: by test, with the reason. */

type Difference = {
  engine: 'documentdb' | 'mongod' | 'embedded';
  reason: string;
  /** The titles of the tests, each with a part of the message by which it fails: another failure is not taken for it. */
  tests: Record<string, string>;
};

const explains = 'explain gave no executionStats';

export const differences: Difference[] = [
  {
    engine: 'documentdb',
    reason: "explain answers with PostgreSQL's plan, and not for updates",
    tests: {
      'without an index every document is looked at': explains,
      'the _id is always found by its index': explains,
      'an index narrows the documents looked at: equality': explains,
      'an index narrows the documents looked at: $in': explains,
      'an index narrows the documents looked at: a half-open range': explains,
      'an index narrows the documents looked at: a one-sided range': explains,
      'an index narrows the documents looked at: an equality beside other conditions': explains,
      'an index narrows the documents looked at: an equality inside $and': explains,
      'a compound index serves equality on its first field and a range on the next': explains,
      'a multikey index finds documents by one of their elements, each once': explains,
      'the guard of bookings also finds them by interpreter and time': explains,
      'a partial index is used only where the filter lies within its own': explains,
      'a partial index on a range is used for a narrower range': explains,
      'a pipeline that begins with $match finds its documents by an index': explains,
      'an update finds its documents by an index': 'explain: find, aggregate, count, distinct only',
      'explain names the plan of a query without running it': '"winningPlan": Any<Object>',
    },
  },
  {
    engine: 'documentdb',
    reason: 'the gateway keeps no book of retryable writes: a repeated write is applied again',
    tests: {
      'a repeated insert is applied once': 'Received: 4',
      'a repeated update is applied once': '"n": 2',
      'a repeated upsert is applied once and names the same _id': 'Received: undefined',
      'a repeated delete is applied once': 'Received: 1',
      'a repeated findAndModify is applied once and gives the same document': '"n": 2',
      'a repeated write is answered from memory even when its document has changed since': '"n": 101',
      '20 copies of one write at once are applied once': '"n": 20',
      'a number below the last one is refused with 225': 'Received promise resolved',
    },
  },
  {
    engine: 'documentdb',
    reason: 'a duplicate names only its index, without the value; the gateway adds the key pattern',
    tests: {
      'a refused duplicate carries the value that exists already': 'keyValue',
      'a refused overlap carries the cell that is taken': 'keyValue',
    },
  },
  {
    engine: 'documentdb',
    reason: 'two arrays under one compound index are let in',
    tests: { 'two arrays under one compound index are refused with 171': 'Received promise resolved' },
  },
  {
    engine: 'documentdb',
    reason:
      'errors of pipelines, projections and regular expressions have numbers that the gateway does not translate',
    tests: {
      'a faulty pipeline is refused with its code: $group without an _id': '"code": 1,',
      'a faulty pipeline is refused with its code: $group with an unknown accumulator': '"code": 1,',
      'a faulty pipeline is refused with its code: $group with a field that accumulates nothing':
        '"code": 1,',
      'a faulty pipeline is refused with its code: $limit of zero': '"code": 1,',
      'a faulty pipeline is refused with its code: $unwind of a path without $': '"code": 1,',
      'a faulty pipeline is refused with its code: $sort without fields': '"code": 1,',
      'a text that is no regular expression is refused with 51091': '"code": 1,',
      'a projection that both includes and excludes is refused with 31254': '"code": 1,',
    },
  },
  {
    engine: 'documentdb',
    reason: 'it answers 28 (PathNotViable) where MongoDB answers 2',
    tests: {
      'a faulty update is refused with 2 (BadValue): $[] on something else than an array': '"code": 28,',
    },
  },
  {
    engine: 'documentdb',
    reason: '$count of nothing gives a document with 0, where MongoDB gives none',
    tests: { '$count counts what reaches it, and says nothing where nothing does': '"number": 0' },
  },
  {
    engine: 'documentdb',
    reason: 'an empty array sorts as null, where MongoDB sorts it before',
    tests: { 'an empty array sorts before null': 'deep equality' },
  },
  {
    engine: 'documentdb',
    reason: 'createIndexes puts its counts under "raw", as a sharded cluster does',
    tests: {
      'createIndexes tells how many indexes there were and are, and makes the collection': 'numIndexesAfter',
    },
  },
  {
    engine: 'documentdb',
    reason: 'expired documents go once a minute, and nothing can be set to make that sooner',
    tests: {
      'a TTL index removes the documents whose date has passed, and no others': 'waited 5000 ms in vain',
    },
  },
];
