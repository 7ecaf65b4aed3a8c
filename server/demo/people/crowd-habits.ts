/** What chance gave to everybody else of the pool: how they work, how far they go, and who is not there just now. */
import type { Dice } from '../dice.ts';
import type { Particulars } from './known-people.ts';

/** `sr well` and the like: what speakers of a language follow without working in it. */
const neighbours: Record<string, string> = {
  bs: 'sr well',
  sr: 'bs well, hr well, mk some',
  hr: 'bs well, sr well',
  uk: 'ru well',
  ckb: 'kmr some',
  kmr: 'ckb some',
  prs: 'pes well, tg some',
  pes: 'prs well',
  sk: 'cs well',
  bg: 'mk some',
};

/** Most work on site and by telephone, some also by video, a few only by telephone. */
export function spokenBy(speaks: string, dice: Dice): string {
  const modes = dice.weighted([
    ['', 70],
    [' onsite+phone+video', 18],
    [' onsite', 8],
    [' phone+video', 4],
  ]);
  return speaks.replace(/(native|[ABC][12])/g, (level) => `${level}${modes}`);
}

/** What is not as with most people. */
export function habitsOf(speaks: string, dice: Dice): Particulars {
  const understands = neighbours[speaks.slice(0, speaks.search(/[ /]/))];
  return {
    ...(understands && dice.chance(60) && { understands }),
    ...(dice.chance(35) && { radius: dice.pick([15, 20, 25, 30, 40, 50]) }),
    ...(dice.chance(25) && { cap: dice.between(1, 5) }),
    ...(dice.chance(6) && { email: null }),
    ...(dice.chance(5) && { locale: 'en' as const }),
    ...(dice.chance(8) && { proofExpires: dice.between(40, 700) }),
    ...standingOf(dice),
  };
}

/** Nine in ten are active; the others pause, rest, have left or have just applied. */
function standingOf(dice: Dice): Particulars {
  return dice.weighted<Particulars>([
    [{}, 82],
    [{ away: [2, 11] }, 3],
    [{ away: [25, 46] }, 3],
    [{ status: 'paused', pausedUntil: 30 }, 3],
    [{ status: 'paused' }, 2],
    [{ status: 'resting' }, 2],
    [{ status: 'left' }, 3],
    [{ status: 'applied' }, 2],
  ]);
}
