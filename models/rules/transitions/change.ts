/** What one change consists of, and how it looks when it is applied. */
import type {
  Assignment,
  Booking,
  HistoryEntry,
  Offer,
  OutboxEntry,
  Status,
} from '../../assignment/shape.ts';
import type { NoticeKind } from '../../notice.ts';
import { derive, derivedFields } from './derived.ts';
import type { Situation } from './situation.ts';

/** Something that must be said to one person because of a change. */
export type Notice = Pick<OutboxEntry, 'role' | 'account' | 'offer' | 'notBefore' | 'notAfter' | 'reason'> & {
  kind: NoticeKind;
};

type Written = Exclude<
  keyof Assignment,
  '_id' | 'version' | 'history' | 'outbox' | 'updatedAt' | 'offers' | 'status'
>;

/** New values of the fields that a rule may write. */
export type WrittenFields = Partial<Pick<Assignment, Written>>;

/** What the rule of one action decides. Whatever it leaves out stays as it is. */
export type Writes = {
  status?: Status;
  set?: WrittenFields;
  unset?: (Written | 'booking.cells')[];
  offers?: Offer[];
  say?: Notice[];
  reason?: string | undefined;
};

/** One change, ready to be applied in one atomic update that holds only for `version`. */
export type Change = {
  version: number;
  set: Partial<Assignment>;
  unset: (keyof Assignment | 'booking.cells')[];
  history: HistoryEntry;
  outbox: OutboxEntry[];
};

/** Completes what a rule decided: raises the version, writes the history, names what must be said. */
export function changeOf(
  assignment: Assignment,
  action: string,
  writes: Writes,
  situation: Situation,
): Change {
  const { now, actor, centre } = situation;
  const version = assignment.version + 1;
  const status = writes.status ?? assignment.status;
  const set: Partial<Assignment> = { ...writes.set, status, version, updatedAt: now };
  if (writes.offers) set.offers = writes.offers;
  const unset: Change['unset'] = [...(writes.unset ?? [])];
  const after = patched(assignment, set, unset);
  const derived = derive(assignment, after, { centre, now });
  for (const key of derivedFields) {
    delete set[key];
    if (!derived[key] && assignment[key]) unset.push(key);
  }
  Object.assign(set, derived);
  return {
    version: assignment.version,
    set,
    unset,
    history: {
      at: now,
      action,
      role: actor.role,
      ...(actor.account && { account: actor.account }),
      from: assignment.status,
      to: status,
      ...(writes.reason && { reason: writes.reason }),
      version,
      ...(actor.request && { request: actor.request }),
    },
    outbox: (writes.say ?? []).map((notice) => entryOf(notice, after)),
  };
}

/** The assignment as it is after the change; the database does the same with `$set`, `$unset` and `$push`. */
export function applyChange(assignment: Assignment, change: Change): Assignment {
  const { history, outbox, ...rest } = patched(assignment, change.set, change.unset);
  return { ...rest, history: [...history, change.history], outbox: [...outbox, ...change.outbox] };
}

function patched(assignment: Assignment, set: Partial<Assignment>, unset: Change['unset']): Assignment {
  const gone = new Set<string>(unset);
  const kept = Object.fromEntries(Object.entries(assignment).filter(([key]) => !gone.has(key)));
  const after = { ...kept, ...set } as Assignment;
  return gone.has('booking.cells') && after.booking
    ? { ...after, booking: withoutCells(after.booking) }
    : after;
}

/** The same booking without its claim on the interpreter's time. */
function withoutCells({ cells: _cells, ...booking }: Booking): Booking {
  return booking;
}

function entryOf(notice: Notice, after: Assignment): OutboxEntry {
  const { kind, role, account } = notice;
  return {
    ...notice,
    id: [kind, after._id, after.version, role, account].join(':'),
    version: after.version,
    sequence: after.sequence,
  };
}
