/** Slots × languages become blocks: consecutive slots of a language are one person's work. */
import { expect, test } from '@jest/globals';
import { type Blocking, planBlocks, type Slot } from '../../models/rules/event-blocks.ts';
import { berlin } from '../support/factories.ts';

const thursday = '2026-11-26';

/** `16:00–16:15 ar tr`, one a line. */
function slots(...lines: string[]): Slot[] {
  return lines.map((line, index) => {
    const [time = '', ...languages] = line.split(' ');
    const [from = '', to = ''] = time.split('–');
    return { number: index + 1, start: berlin(thursday, from), end: berlin(thursday, to), languages };
  });
}

/** `ar/1 16:00–17:00 [1,2]`. */
function blocks(given: Slot[], blocking?: Blocking): string[] {
  const time = (at: Date) =>
    at.toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });
  return planBlocks(given, blocking).map(
    ({ language, track, start, end, slots: numbers }) =>
      `${language}/${track} ${time(start)}–${time(end)} [${numbers.join(',')}]`,
  );
}

test('slots of a language that follow each other are one block', () => {
  const given = slots('16:00–16:20 ar', '16:20–16:40 ar', '16:40–17:00 tr');

  expect(blocks(given)).toEqual(['ar/1 16:00–16:40 [1,2]', 'tr/1 16:40–17:00 [3]']);
});

test('a break of fifteen minutes holds a block together, a longer one does not', () => {
  expect(blocks(slots('16:00–16:20 ar', '16:35–16:55 ar'))).toEqual(['ar/1 16:00–16:55 [1,2]']);
  expect(blocks(slots('16:00–16:20 ar', '16:40–17:00 ar'))).toEqual([
    'ar/1 16:00–16:20 [1]',
    'ar/1 16:40–17:00 [2]',
  ]);
  expect(
    blocks(slots('16:00–16:20 ar', '16:40–17:00 ar'), { breakMinutes: 20, longestMinutes: 240 }),
  ).toEqual(['ar/1 16:00–17:00 [1,2]']);
});

test('two families of one language at the same time need two people, and one of them again one', () => {
  const given = slots('16:00–16:20 ar', '16:20–16:40 ar ar', '16:40–17:00 ar');

  expect(blocks(given)).toEqual(['ar/1 16:00–17:00 [1,2,3]', 'ar/2 16:20–16:40 [2]']);
});

test('slots that overlap never share a person, in whatever order they are given', () => {
  const given = slots('16:30–17:00 ar', '16:00–16:40 ar', '16:40–17:20 ar');

  expect(blocks(given)).toEqual(['ar/1 16:00–17:20 [2,3]', 'ar/2 16:30–17:00 [1]']);
});

test('a language that is needed in every slot has its own block beside the others', () => {
  const given = slots('16:00–16:20 ar uk', '16:20–16:40 uk tr', '16:40–17:00 uk');

  expect(blocks(given)).toEqual(['ar/1 16:00–16:20 [1]', 'uk/1 16:00–17:00 [1,2,3]', 'tr/1 16:20–16:40 [2]']);
});

test('more than four hours is the work of two, cut between slots into parts of about the same length', () => {
  const given = slots(
    '14:00–15:00 ar',
    '15:00–16:00 ar',
    '16:00–17:00 ar',
    '17:00–18:00 ar',
    '18:00–19:00 ar',
  );

  expect(blocks(given)).toEqual(['ar/1 14:00–16:00 [1,2]', 'ar/1 16:00–19:00 [3,4,5]']);
});

test('one long conversation stays whole', () => {
  expect(blocks(slots('09:00–15:00 ar'))).toEqual(['ar/1 09:00–15:00 [1]']);
});

test('every language of every slot lies in exactly one block', () => {
  const given = slots('16:00–16:20 ar ar uk', '16:10–16:30 ar', '16:20–16:40 uk ar', '18:00–18:20 tr ar');

  const planned = planBlocks(given).flatMap(({ language, slots: numbers }) =>
    numbers.map((number) => `${number} ${language}`),
  );

  const needed = given.flatMap(({ number, languages }) => languages.map((one) => `${number} ${one}`));
  expect(planned.sort()).toEqual(needed.sort());
});
