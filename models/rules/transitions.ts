/** The life of an assignment as one table: action · from · to · who · what it writes. Every route and job changes one through it. */
import type { ActingRole, Assignment, Status } from '../assignment/shape.ts';
import { PoolError } from '../pool-error.ts';
import { ask, decline, exhaust, lapse, notReached, withdraw } from './transitions/asking.ts';
import { accept, beWilling, confirm } from './transitions/booking.ts';
import { call } from './transitions/calling.ts';
import { type Change, changeOf, type Writes } from './transitions/change.ts';
import { claimTime, giveBack, release, replace } from './transitions/changing-hands.ts';
import {
  cancel,
  countersign,
  end,
  giveUp,
  log,
  record,
  reopen,
  restore,
  settle,
} from './transitions/closing.ts';
import { handOver } from './transitions/handing-over.ts';
import { change, keep, move, notKeep } from './transitions/moving.ts';
import { nobodyHere, runningLate } from './transitions/on-the-day.ts';
import { hold, reject, submit, unhold, verify } from './transitions/requesting.ts';
import type { Situation } from './transitions/situation.ts';
import { warn } from './transitions/warning.ts';

/** One row of the table. `before` may say that there is nothing to do, or refuse with a better reason than the status. */
type Transition<Input> = {
  from: readonly Status[];
  to: readonly Status[];
  by: readonly ActingRole[];
  before?: (assignment: Assignment, input: Input, situation: Situation) => 'unchanged' | undefined;
  write: (assignment: Assignment, input: Input, situation: Situation) => Writes;
};

const booked = ['accepted', 'confirmed', 'moved'] as const;
const changeable = [
  'draft',
  'unverified',
  'requested',
  'accepted',
  'confirmed',
  'moved',
  'completed',
  'settled',
] as const;
const open = ['unverified', 'requested', 'accepted', 'confirmed', 'moved'] as const;

/** What may still be told to somebody, or open again. */
const everyOpen = ['draft', ...open, 'unfilled', 'completed', 'cancelled', 'rejected'] as const;

/** Source: the transition table of `states.md`, row by row; `ask`, `decline`, `not_reached`, `withdraw`, `lapse` and `exhaust` are what happens to offers,
 * `running_late` and `nobody_here` what people say on the day itself. */
export const transitions = {
  submit: {
    from: ['draft'],
    to: ['unverified', 'requested'],
    by: ['contact', 'coordinator', 'link'],
    ...submit,
  },
  verify: { from: ['unverified'], to: ['requested'], by: ['link', 'coordinator'], ...verify },
  hold: { from: ['requested'], to: ['requested'], by: ['system', 'coordinator'], ...hold },
  unhold: { from: ['requested'], to: ['requested'], by: ['system', 'coordinator'], ...unhold },
  reject: { from: ['unverified', 'requested'], to: ['rejected'], by: ['coordinator', 'system'], ...reject },
  ask: { from: ['requested'], to: ['requested'], by: ['coordinator', 'system'], ...ask },
  decline: { from: ['requested'], to: ['requested'], by: ['interpreter', 'coordinator'], ...decline },
  lapse: { from: ['requested'], to: ['requested'], by: ['system'], ...lapse },
  call: { from: ['requested'], to: ['requested'], by: ['coordinator'], ...call },
  not_reached: { from: ['requested'], to: ['requested'], by: ['coordinator'], ...notReached },
  withdraw: { from: ['requested'], to: ['requested'], by: ['coordinator'], ...withdraw },
  exhaust: { from: ['requested'], to: ['requested'], by: ['system', 'coordinator'], ...exhaust },
  accept: {
    from: ['requested'],
    to: ['accepted', 'confirmed'],
    by: ['interpreter', 'coordinator'],
    ...accept,
  },
  be_willing: { from: ['requested'], to: ['requested'], by: ['interpreter', 'coordinator'], ...beWilling },
  confirm: { from: ['accepted', 'requested'], to: ['confirmed'], by: ['coordinator', 'system'], ...confirm },
  warn: {
    from: ['unverified', 'requested', 'accepted'],
    to: ['unverified', 'requested', 'accepted'],
    by: ['system'],
    ...warn,
  },
  release: { from: booked, to: ['requested'], by: ['coordinator'], ...release },
  give_back: { from: booked, to: ['requested'], by: ['interpreter', 'coordinator'], ...giveBack },
  replace: { from: booked, to: booked, by: ['coordinator'], ...replace },
  claim_time: { from: booked, to: booked, by: ['system'], ...claimTime },
  move: {
    from: ['requested', ...booked],
    to: ['requested', ...booked],
    by: ['contact', 'coordinator'],
    ...move,
  },
  keep: { from: ['moved'], to: ['accepted', 'confirmed'], by: ['interpreter', 'coordinator'], ...keep },
  not_keep: { from: ['moved'], to: ['requested'], by: ['interpreter', 'coordinator', 'system'], ...notKeep },
  running_late: {
    from: ['confirmed'],
    to: ['confirmed'],
    by: ['interpreter', 'coordinator'],
    ...runningLate,
  },
  nobody_here: {
    from: ['confirmed'],
    to: ['confirmed'],
    by: ['contact', 'interpreter', 'coordinator'],
    ...nobodyHere,
  },
  change: { from: changeable, to: changeable, by: ['contact', 'coordinator'], ...change },
  hand_over: { from: everyOpen, to: everyOpen, by: ['contact', 'coordinator'], ...handOver },
  cancel: {
    from: ['draft', ...open, 'unfilled'],
    to: ['cancelled'],
    by: ['contact', 'coordinator'],
    ...cancel,
  },
  restore: { from: ['cancelled'], to: ['requested'], by: ['coordinator'], ...restore },
  give_up: { from: ['requested'], to: ['unfilled'], by: ['system', 'coordinator'], ...giveUp },
  reopen: { from: ['unfilled', 'rejected'], to: ['requested'], by: ['coordinator', 'contact'], ...reopen },
  end: {
    from: ['requested', 'accepted', 'moved', 'confirmed'],
    to: ['completed', 'unfilled'],
    by: ['system'],
    ...end,
  },
  record: { from: ['completed'], to: ['completed'], by: ['interpreter', 'coordinator'], ...record },
  countersign: { from: ['completed'], to: ['completed'], by: ['contact', 'system'], ...countersign },
  log: { from: ['draft'], to: ['completed', 'confirmed'], by: ['coordinator'], ...log },
  settle: { from: ['completed'], to: ['settled'], by: ['clerk'], ...settle },
} satisfies Record<string, Transition<never>>;

export type Action = keyof typeof transitions;

/** What a caller has to bring for an action. */
export type Input<Name extends Action> = Parameters<(typeof transitions)[Name]['write']>[1];

/**
 * Decides one change: which fields are written, what goes into the history and what must be said.
 * Pure; `applyChange` shows the result, `changeAssignment` makes it true.
 * @returns null when what is asked for already holds
 * @throws `forbidden` when this role may not; `wrong_status`, or a better reason, when the status does not allow it
 */
export function decide<Name extends Action>(
  assignment: Assignment,
  action: Name,
  input: Input<Name>,
  situation: Situation,
): Change | null {
  const row = transitions[action] as unknown as Transition<Input<Name>>;
  const { status } = assignment;
  if (!row.by.includes(situation.actor.role)) throw new PoolError('forbidden', { params: { action } });
  if (row.before?.(assignment, input, situation) === 'unchanged') return null;
  if (!row.from.includes(status)) {
    throw new PoolError('wrong_status', { params: { action, status, allowed: row.from } });
  }
  const change = changeOf(assignment, action, row.write(assignment, input, situation), situation);
  if (!row.to.includes(change.history.to)) throw new Error(`${action} must not lead to ${change.history.to}`);
  return change;
}
