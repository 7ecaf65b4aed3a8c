/** Times that pass without anything happening: whoever can still do something hears of it, once. */
import type { Assignment } from '../../assignment/shape.ts';
import { dueActions } from '../due.ts';
import type { Notice, Writes } from './change.ts';
import type { Situation } from './situation.ts';
import { tellContact, tellCoordinators } from './telling.ts';

/**
 * A time has come that somebody should know of: a yes waits for its booking, a search is still open and its end near,
 * a look or a choice is overdue, an address is still unchecked. Each is said once.
 */
export const warn = {
  before(assignment: Assignment, _input: object, { centre, now }: Situation): 'unchanged' | undefined {
    const isDue = dueActions(assignment, centre.rules).some(
      ({ action, at }) => action === 'warn' && at <= now,
    );
    return isDue ? undefined : 'unchanged';
  },
  write(assignment: Assignment, _input: object, situation: Situation): Writes {
    return { set: { warnedAt: situation.now }, say: warnings(assignment, situation) };
  },
};

/** Everything whose time has come by now; two times that pass together are both said. */
function warnings(assignment: Assignment, situation: Situation): Notice[] {
  const { status, hold, offers, chooseBy, warnAt, warnedAt } = assignment;
  const { now } = situation;
  if (status === 'unverified') return tellContact(assignment, 'check_address');
  if (status === 'accepted') return tellCoordinators(situation, 'please_confirm');
  const hasCome = (at: Date | undefined) => at !== undefined && at <= now && !(warnedAt && warnedAt >= at);
  const isOpen = warnAt !== undefined && warnAt <= now;
  const isToChoose = offers.some(({ state }) => state === 'willing');
  return [
    ...(hasCome(hold?.answerBy) ? tellCoordinators(situation, 'new_request', 'overdue') : []),
    ...(isToChoose && (isOpen || hasCome(chooseBy)) ? tellCoordinators(situation, 'please_confirm') : []),
    ...(isOpen && !isToChoose ? tellCoordinators(situation, 'still_open', 'soon') : []),
    ...(isOpen ? tellContact(assignment, 'still_searching') : []),
  ];
}
