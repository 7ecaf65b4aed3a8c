/** Until when people hear from us: the same for their mails and their pages. */
import type { Assignment } from '../../assignment/shape.ts';
import type { CentreRules } from '../../centre/rules.ts';

const hour = 3_600_000;

/** Until when the agency hears; undefined once it knows, or when that time has passed. */
export function agencyHearsBy(
  { status, hold, giveUpAt, keepBy }: Pick<Assignment, 'status' | 'hold' | 'giveUpAt' | 'keepBy'>,
  now: Date,
): Date | undefined {
  if (status === 'moved') return ahead(keepBy, now);
  return status === 'requested' ? ahead(hold ? hold.answerBy : giveUpAt, now) : undefined;
}

/** Until when somebody who has said yes hears: when a choice is due, or when a yes books itself at the latest. */
export function volunteerHearsBy(
  { status, start, chooseBy }: Pick<Assignment, 'status' | 'start' | 'chooseBy'>,
  { confirmAutomaticallyHours }: Pick<CentreRules, 'confirmAutomaticallyHours'>,
  now: Date,
): Date | undefined {
  if (status === 'requested') return ahead(chooseBy, now);
  if (status !== 'accepted' || confirmAutomaticallyHours === undefined) return undefined;
  return ahead(new Date(start.getTime() - confirmAutomaticallyHours * hour), now);
}

function ahead(at: Date | undefined, now: Date): Date | undefined {
  return at && at > now ? at : undefined;
}
