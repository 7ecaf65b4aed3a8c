/** How a request of the past year went: most were booked and paid, and every turn that a request can take was taken. */
import type { Dice } from '../../dice.ts';
import { booksItself } from '../booking.ts';
import { countersigns, ends, logs, records, settles } from '../ending.ts';
import { afterwards, shortlyAfter, soon } from '../moments.ts';
import { accepts, asks, exhausts, givesUp, submits } from '../searching.ts';
import type { Step } from '../step.ts';
import { endings } from './past-endings.ts';
import { type About, comesIn, plainYes, searchesOf, turnsOf, type Way } from './past-turns.ts';

/** The way that chance took, and what became of it when too few people fitted: a plain booking, or nobody. */
export function waysOf(dice: Dice, about: About): Way[] {
  const isBooked = about.lead < 5 || dice.chance(87);
  return orElse(isBooked ? tookPlace(dice, about) : dice.pick(endings(dice, about)), dice, about);
}

/** So many ways there are besides the plain one. */
export const manyWays = 28;

/** The same, but this way and no other, so that each was taken in every year. Needs three working weeks. */
export function certainWays(which: number, dice: Dice, about: About): Way[] {
  const searches = searchesOf(dice, about).map(([search]) => booked(search, nothing, dice, about));
  const plain = { needs: 1, steps: plainYes(dice, about) };
  const turns = turnsOf(dice).map(([turn]) => booked(plain, turn, dice, about));
  const all = [...searches, ...turns, ...endings(dice, about), nobodyConfirmed(dice, about)];
  return orElse(all[which % all.length] as Way, dice, about);
}

function orElse(chosen: Way, dice: Dice, about: About): Way[] {
  const plain = {
    needs: 1,
    steps: [...comesIn(dice), ...plainYes(dice, about), ...afterwardsOf(dice, about)],
  };
  return [chosen, plain, nobodyFree(dice)];
}

/** It took place, and the pool hears of it on the day after. */
export function loggedWay(dice: Dice, about: About): Way[] {
  const steps = [
    logs('Telefonisch vereinbart, das Zentrum erfuhr es danach'),
    ...proofOf(dice, about, soon(dice.between(5, 60))),
  ];
  return [{ needs: 1, steps }, nobodyFree(dice)];
}

/** Nobody speaks the language. */
export function noSpeaker(dice: Dice): Way[] {
  return [{ needs: 0, steps: [submits(), givesUp('no_speaker', soon(dice.between(30, 200)))] }];
}

function tookPlace(dice: Dice, about: About): Way {
  if (about.lead >= 5 && dice.chance(3)) return nobodyConfirmed(dice, about);
  const plain = { needs: 1, steps: plainYes(dice, about) };
  const search = about.lead < 8 ? plain : dice.weighted(searchesOf(dice, about));
  const turn = about.lead < 11 ? nothing : dice.weighted(turnsOf(dice));
  return booked(search, turn, dice, about);
}

const nothing: Way = { needs: 0, steps: [] };

function booked(search: Way, turn: Way, dice: Dice, about: About): Way {
  return {
    needs: search.needs + turn.needs,
    steps: [...comesIn(dice), ...search.steps, ...turn.steps, ...afterwardsOf(dice, about)],
  };
}

/** The yes is not booked by anybody until the rules do it. */
function nobodyConfirmed(dice: Dice, about: About): Way {
  const yes = [asks(soon(dice.between(15, 120))), accepts(soon(dice.between(8, 420)))];
  return { needs: 1, steps: [...comesIn(dice), ...yes, ...booksItself, ...afterwardsOf(dice, about)] };
}

function afterwardsOf(dice: Dice, about: About): Step[] {
  return [ends, ...proofOf(dice, about)];
}

/** Times are written down on the day, agreed within days and paid with the next list. */
function proofOf(dice: Dice, { age }: About, when = shortlyAfter(dice.between(35, 170))): Step[] {
  if (age < 4 && dice.chance(40)) return [];
  const outcome = dice.weighted([
    ['done' as const, 95],
    ['client_absent' as const, 4],
    ['professional_absent' as const, 1],
  ]);
  const overrun = outcome === 'done' && dice.chance(12) ? dice.pick([5, 10, 15, 30]) : 0;
  const recorded = records(when, outcome, overrun);
  if (age < 6 || (age < 14 && dice.chance(15))) return [recorded];
  const signed = [recorded, countersigns(afterwards(dice.between(1, 3), '10:30'))];
  return age < 16 ? signed : [...signed, settles(afterwards(dice.between(8, 11), '11:00'))];
}

function nobodyFree(dice: Dice): Way {
  return {
    needs: 0,
    steps: [submits(), exhausts(soon(dice.between(20, 90))), givesUp('nobody_free', soon(120))],
  };
}
