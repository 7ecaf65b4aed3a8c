/** Deadlines: a yes that nobody has confirmed is brought to mind, and books itself before it is too late. */
import { act } from '../models/assignment/change.ts';
import { due } from '../models/assignment/list.ts';
import { type CentreRules, listCentres } from '../models/centre.ts';
import type { Actor } from '../models/rules/transitions/situation.ts';
import { tolerant } from './offer-rounds.ts';

const actor: Actor = { role: 'system' };
const hour = 3_600_000;

/** @returns how many assignments were looked after */
export async function deadlines(now: Date): Promise<number> {
  const rules = new Map((await listCentres()).map((centre) => [centre._id, centre.rules]));
  const longest = Math.max(0, ...[...rules.values()].map((one) => one.confirmWarningHours));
  let count = 0;
  for (const { _id, centre, start, warnedAt } of await due.startingWithin(['accepted'], longest, now)) {
    const action = dueAction(start.getTime() - now.getTime(), rules.get(centre), warnedAt !== undefined);
    if (!action) continue;
    count += 1;
    await tolerant(() => act(_id, action, {}, { actor, now }));
  }
  return count;
}

function dueAction(
  left: number,
  rules: CentreRules | undefined,
  isWarned: boolean,
): 'confirm' | 'warn' | undefined {
  if (!rules) return undefined;
  const { confirmAutomaticallyHours, confirmWarningHours } = rules;
  if (confirmAutomaticallyHours !== undefined && left <= confirmAutomaticallyHours * hour) return 'confirm';
  return !isWarned && left <= confirmWarningHours * hour ? 'warn' : undefined;
}
