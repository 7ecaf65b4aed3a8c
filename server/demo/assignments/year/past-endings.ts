/** How a request of the past year ended when it did not take place. */
import type { Dice } from '../../dice.ts';
import { cancels, givesBack } from '../booking.ts';
import { ends } from '../ending.ts';
import { beforehand, nextMorning, soon } from '../moments.ts';
import {
  accepts,
  asks,
  declines,
  exhausts,
  givesUp,
  lapses,
  opensAgain,
  rejects,
  submits,
} from '../searching.ts';
import { type About, comesIn, plainYes, type Way } from './past-turns.ts';

/** What did not take place, one way as likely as another. */
export function endings(dice: Dice, { age, lead }: About): Way[] {
  const firm = [...comesIn(dice), ...plainYes(dice, { age, lead })];
  const family = () =>
    cancels('contact', 'Die Familie hat den Termin abgesagt', beforehand(dice.between(30, 60) * 60));
  return [
    { needs: 1, steps: [...firm, family()] },
    { needs: 1, steps: [...firm, family()] },
    {
      needs: 1,
      steps: [...firm, cancels('contact', 'Die Fachkraft ist krank', beforehand(dice.between(3, 20) * 60))],
    },
    {
      needs: 1,
      steps: [
        submits(),
        asks(soon(60)),
        cancels('coordinator', 'Die Einrichtung hat selbst jemanden', soon(200)),
      ],
    },
    { needs: 1, steps: [submits(), asks(soon(45)), lapses, givesUp('no_answer', nextMorning(120))] },
    {
      needs: 1,
      steps: [
        submits(),
        asks(soon(45)),
        declines(soon(90)),
        exhausts(soon(30)),
        givesUp('nobody_free', nextMorning(60)),
      ],
    },
    { needs: 1, steps: [submits(), asks(soon(50)), lapses, ends] },
    { needs: 1, steps: [submits(), asks(soon(50)), accepts(soon(120)), ends] },
    { needs: 0, steps: [submits(), givesUp('placed_elsewhere', soon(dice.between(60, 300)))] },
    {
      needs: 0,
      steps: [
        submits(),
        rejects(dice.pick(['eligibility', 'private_person', 'lead_time']), soon(dice.between(30, 240))),
      ],
    },
    { needs: 2, steps: [...firm, givesBack(beforehand(5 * 60), 'krank'), asks(soon(10)), ends] },
    {
      needs: 0,
      steps: [
        submits(),
        givesUp('nobody_free', soon(200)),
        opensAgain('reopen', soon(60)),
        givesUp('nobody_free', soon(240)),
      ],
    },
  ];
}
