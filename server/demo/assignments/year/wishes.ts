/** What chance adds to a request of the past year: wishes, programmes, target groups. */
import type { Dice } from '../../dice.ts';
import { isProgrammeActive } from '../../lists.ts';
import type { Town } from '../../places/municipalities.ts';
import type { Wishes } from '../known-requests.ts';
import type { Habits } from './habits.ts';

/** What narrows down who fits. */
export function wishesOf(dice: Dice): Wishes {
  return {
    ...modeOf(dice),
    ...(dice.chance(12) && { genderWish: dice.pick(['female', 'female', 'female', 'male'] as const) }),
    ...(dice.chance(4) && { urgent: { reason: 'Der Termin wurde erst jetzt vergeben' } }),
  };
}

/** What the figures of the year are counted by. */
export function particularsOf(
  { programmes, targetGroups }: Habits,
  town: Town,
  date: string,
  dice: Dice,
): Wishes {
  const running = programmes.filter(([name]) => isProgrammeActive(name, town, date));
  return {
    ...(running.length > 0 && dice.chance(30) && { programmes: [dice.weighted(running)] }),
    ...(targetGroups.length > 0 && dice.chance(40) && { targetGroup: dice.pick(targetGroups) }),
    ...(dice.chance(10) && { reference: `AZ-${dice.between(100, 999)}` }),
  };
}

/** Three in four meet; the others talk by telephone or video. */
function modeOf(dice: Dice): Wishes {
  return dice.weighted<Wishes>([
    [{}, 76],
    [{ mode: 'phone' }, 15],
    [{ mode: 'phone', alsoModes: ['video'] }, 4],
    [{ mode: 'video' }, 5],
  ]);
}
