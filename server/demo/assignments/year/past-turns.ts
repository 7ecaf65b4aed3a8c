/** How a request of the past year came in, how somebody was found for it, and what still happened to the booking. */
import type { Dice } from '../../dice.ts';
import { cancels, confirms, givesBack, keeps, moves, notes, releases, replaces } from '../booking.ts';
import { beforehand, nextMorning, soon } from '../moments.ts';
import {
  accepts,
  asks,
  choosesAmongTwo,
  declines,
  isCalledAndAccepts,
  lapses,
  opensAgain,
  submits,
  submitsUnchecked,
  unholds,
  verifies,
} from '../searching.ts';
import type { Step } from '../step.ts';

/** One way it may have gone, and how many people must fit for it. */
export type Way = { needs: number; steps: Step[] };

/** `age` and `lead` are working days: since the appointment, and from the request to it. */
export type About = { age: number; lead: number };

/** Nearly all come in by themselves; some are held for a look, some come by the open form. */
export function comesIn(dice: Dice): Step[] {
  return dice.weighted<Step[]>([
    [[submits()], 92],
    [
      [submits(dice.pick(['new_agency', 'eligibility', 'duplicate'])), unholds(soon(dice.between(20, 90)))],
      5,
    ],
    [[submitsUnchecked, verifies(soon(dice.between(5, 40)))], 3],
  ]);
}

/** The first person asked says yes. Who asks a day before is asked, answers and is booked within hours. */
export function plainYes(dice: Dice, { lead }: About): Step[] {
  if (lead < 5) return [asks(soon(12)), accepts(soon(dice.between(10, 60))), confirms(soon(15))];
  return [
    asks(soon(dice.between(15, 120))),
    accepts(soon(dice.between(8, 420))),
    confirms(nextMorning(dice.between(5, 150))),
  ];
}

/** A way, and how often chance takes it. */
type Chance = [Way, weight: number];

/** How somebody was found. */
export function searchesOf(dice: Dice, about: About): Chance[] {
  const ask = () => asks(soon(dice.between(15, 120)));
  const askInTheMorning = (count = 1) => asks(nextMorning(dice.between(10, 120)), count);
  const yes = () => [accepts(soon(dice.between(8, 420))), confirms(nextMorning(dice.between(5, 150)))];
  const no = () => declines(soon(dice.between(5, 400)));
  return [
    [{ needs: 1, steps: plainYes(dice, about) }, 60],
    [{ needs: 2, steps: [ask(), no(), askInTheMorning(), ...yes()] }, 16],
    [{ needs: 2, steps: [ask(), lapses, askInTheMorning(), ...yes()] }, 10],
    [{ needs: 3, steps: [ask(), no(), askInTheMorning(), no(), askInTheMorning(), ...yes()] }, 4],
    [{ needs: 3, steps: [asks(soon(40), 3), no(), ...yes()] }, 5],
    [
      {
        needs: 2,
        steps: [
          asks(soon(30), 2),
          ...choosesAmongTwo(soon(dice.between(10, 200)), soon(90), nextMorning(60)),
        ],
      },
      3,
    ],
    [{ needs: 1, steps: [isCalledAndAccepts(soon(dice.between(20, 90))), confirms(soon(5))] }, 5],
  ];
}

/** What may still happen to a booking. */
export function turnsOf(dice: Dice): Chance[] {
  const again = (ask: Step) => [ask, accepts(soon(dice.between(8, 40))), confirms(soon(dice.between(3, 30)))];
  return [
    [{ needs: 0, steps: [] }, 78],
    [
      {
        needs: 1,
        steps: [givesBack(nextMorning(dice.between(10, 500)), 'krank'), ...again(asks(nextMorning(20)))],
      },
      5,
    ],
    [{ needs: 1, steps: [givesBack(beforehand(20 * 60), 'krank'), ...again(asks(soon(10)))] }, 3],
    [{ needs: 1, steps: [replaces('Mit beiden abgesprochen', nextMorning(200))] }, 3],
    [
      {
        needs: 1,
        steps: [releases('Dublette mit einem anderen Einsatz', nextMorning(90)), ...again(asks(soon(20)))],
      },
      1,
    ],
    [{ needs: 0, steps: [notes('Bitte den Seiteneingang nehmen.', nextMorning(240))] }, 4],
    [
      {
        needs: 1,
        steps: [
          cancels('contact', 'Termin fällt aus', nextMorning(60)),
          opensAgain('restore', soon(45)),
          ...again(asks(soon(20))),
        ],
      },
      2,
    ],
    [
      {
        needs: 0,
        steps: [moves(dice.pick([-30, 30, 60]), nextMorning(100)), keeps(soon(dice.between(10, 200)))],
      },
      4,
    ],
  ];
}
