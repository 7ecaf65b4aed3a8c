/** Deadlines: a yes that nobody has confirmed is brought to mind, and books itself before it is too late. */
import { act } from '../models/assignment/change.ts';
import { due } from '../models/assignment/list.ts';
import { type CentreRules, listCentres } from '../models/centre.ts';
import type { Actor } from '../models/rules/transitions/situation.ts';
import { each, type OnError } from './each.ts';

const actor: Actor = { role: 'system' };
const hour = 3_600_000;

/** @returns how many assignments were looked after */
export async function deadlines(now: Date, onError: OnError): Promise<number> {
  const rules = new Map((await listCentres()).map((centre) => [centre._id, centre.rules]));
  const longest = Math.max(0, ...[...rules.values()].map((one) => one.confirmWarningHours));
  const accepted = await due.startingWithin(['accepted'], longest, now);
  const found = accepted.flatMap(({ _id, centre, start, warnedAt }) => {
    const action = dueAction(start.getTime() - now.getTime(), rules.get(centre), warnedAt !== undefined);
    return action ? [{ _id, action }] : [];
  });
  await each(found, ({ _id, action }) => act(_id, action, {}, { actor, now }), onError);
  return found.length;
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
