/** Interpreters: listed and read, taken in by a centre, and changed by the person or the office. */
import { z } from 'zod';
import { giveRole } from '../../../models/account/roles.ts';
import { type Account, changeAccount, findAccount, findAccounts } from '../../../models/account.ts';
import { type Centre, listCentres } from '../../../models/centre.ts';
import { type OwnPart, takeIn } from '../../../models/interpreter/joining.ts';
import {
  type CentreMembership,
  changeInterpreter,
  findInterpreter,
  type Interpreter,
  interpretersOf,
  memberStatus,
} from '../../../models/interpreter.ts';
import { PoolError } from '../../../models/pool-error.ts';
import { id, line } from '../../../models/shape.ts';
import { type Caller, coordinates } from '../../access.ts';
import { endpoint } from '../../endpoint.ts';
import { centreMeant } from '../centre/belonging.ts';
import { readTextCursor, writeTextCursor } from '../cursor.ts';
import { linkToNext } from '../next.ts';
import { checkMembership, checkOwnPart, positionFor } from './check.ts';
import { interpreterPatch, type MembershipPatch, newInterpreter } from './input.ts';
import { pageOf } from './list.ts';
import { interpreterView, viewInterpreter } from './view.ts';

const params = z.strictObject({ id });

async function centresById(): Promise<Map<string, Centre>> {
  return new Map((await listCentres()).map((centre) => [centre._id, centre]));
}

async function replyWith(person: Interpreter, caller: Caller, account?: Account) {
  const centres = await centresById();
  const owner = account ?? (await findAccounts([person.account])).get(person.account);
  return { body: viewInterpreter(person, owner, caller, centres), version: person.version ?? 0 };
}

/** The person, for themselves or for coordinators of a centre of theirs. @throws `not_found` */
async function personFor(caller: Caller, interpreter: string): Promise<Interpreter> {
  const person = await findInterpreter(interpreter);
  const isOwn = caller.account._id === person.account;
  const isTheirs = coordinates(
    caller,
    person.memberships.map(({ centre }) => centre),
  );
  if (!isOwn && !isTheirs) throw new PoolError('not_found');
  return person;
}

/** Whoever has left a centre is not changed by it any more. */
function mayChange(caller: Caller, { account, memberships }: Interpreter): boolean {
  const present = memberships.filter(({ status }) => status !== 'left');
  return (
    caller.account._id === account ||
    coordinates(
      caller,
      present.map(({ centre }) => centre),
    )
  );
}

/** Whether this person is a volunteer of the caller's centres and nothing else, so that the office may speak for them. */
function hasAlone(caller: Caller, { memberships }: Account): boolean {
  return memberships.every(({ role, centre }) => role === 'interpreter' && coordinates(caller, [centre]));
}

/** Name, telephone and language of the account are the office's only while nobody else has to do with the person. @throws `person_only` */
async function mustSpeakFor(caller: Caller, { account }: Interpreter): Promise<void> {
  if (caller.account._id === account) return;
  if (!hasAlone(caller, await findAccount(account))) throw new PoolError('person_only');
}

export const interpreterEndpoints = [
  endpoint({
    method: 'get',
    path: '/interpreters',
    summary: 'The interpreters of a centre, by name. `text` is looked for in name and address.',
    status: 200,
    query: z.strictObject({
      centre: id.optional(),
      language: id.optional(),
      status: memberStatus.optional(),
      text: line(80).optional(),
      cursor: line(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ items: z.array(interpreterView), next: z.string().optional() }),
    heads: ['Link'],
    refuses: [403],
    handle: async ({ query, caller, request, context }) => {
      const centre = centreMeant(caller, query.centre);
      const people = await interpretersOf(centre);
      const accounts = await findAccounts(people.map(({ account }) => account));
      const after = readTextCursor(query.cursor);
      const page = pageOf(people, accounts, { ...query, centre }, { limit: query.limit, after });
      const centres = await centresById();
      const items = page.items.map(({ person, account }) =>
        viewInterpreter(person, account, caller, centres),
      );
      const next = page.next && writeTextCursor(page.next);
      return { body: { items, ...(next && { next }) }, ...linkToNext(next, request, context) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/interpreters',
    summary:
      'Take somebody in. Whoever has an account with this address and name gets the role instead of a second one.',
    status: 201,
    repeatStatus: 200,
    body: newInterpreter,
    reply: interpreterView,
    heads: ['ETag', 'Location'],
    refuses: [403, 409],
    handle: async ({ body, caller, now, context }) => {
      const { centre: named, name, email, sharesEmail, phone, locale: language, status, ...rest } = body;
      const centre = centreMeant(caller, named);
      await checkOwnPart(rest);
      const own = { ...rest, ...(await positionFor(rest.municipality)) } as OwnPart;
      const membership: CentreMembership = {
        centre,
        status,
        excludedAgencies: [],
        preferredAgencies: [],
        assessedLevels: [],
      };
      const joining = { name, email, sharesEmail, phone, locale: language };
      const { interpreter, isNew } = await takeIn(joining, own, membership, { now, request: caller.request });
      context.wake();
      const location = `/api/v1/interpreters/${interpreter._id}`;
      const { body: known, version } = await replyWith(interpreter, caller);
      const isAlone = hasAlone(caller, await findAccount(interpreter.account));
      const { id: _id, account, memberships } = known;
      const said = { ...rest, name, locale: language, ...(email && { email }), ...(phone && { phone }) };
      const reply = isAlone ? known : { ...said, id: _id, version, account, memberships };
      return { body: reply, version, status: isNew ? 201 : 200, location };
    },
  }),
  endpoint({
    method: 'get',
    path: '/interpreters/{id}',
    summary:
      'One interpreter, for the person and the coordinators of their centres. The ETag is the version.',
    status: 200,
    params,
    reply: interpreterView,
    heads: ['ETag'],
    refuses: [404],
    handle: async ({ params: { id: interpreter }, caller }) =>
      replyWith(await personFor(caller, interpreter), caller),
  }),
  endpoint({
    method: 'patch',
    path: '/interpreters/{id}',
    summary:
      'Change it: the person their own part, coordinators also that of their centre. null takes a value away.',
    status: 200,
    params,
    body: interpreterPatch,
    reply: interpreterView,
    heads: ['ETag'],
    refuses: [403, 404, 412],
    handle: async ({ params: { id: interpreter }, body, caller, versions }) => {
      const { name, phone, locale: language, membership, ...own } = body;
      const person = await personFor(caller, interpreter);
      if (!mayChange(caller, person)) throw new PoolError('forbidden');
      if (membership && !coordinates(caller, [membership.centre])) throw new PoolError('forbidden');
      const isSaid = name !== undefined || phone !== undefined || language !== undefined;
      if (isSaid) await mustSpeakFor(caller, person);
      await checkOwnPart(own);
      if (membership) await checkMembership(membership);
      const position = own.municipality === undefined ? {} : await positionFor(own.municipality);
      const changed = await changeInterpreter(person._id, versions, (present) => ({
        ...(own as Partial<Interpreter>),
        ...position,
        ...(membership && { memberships: withMembership(present, membership) }),
      }));
      if (membership?.status) {
        const { centre } = membership;
        await giveRole(person.account, { role: 'interpreter', centre, interpreter: person._id });
      }
      const account = isSaid
        ? await changeAccount(person.account, {
            ...(name && { name }),
            ...(language && { locale: language }),
            phone,
          })
        : await findAccount(person.account);
      return replyWith(changed, caller, account);
    },
  }),
];

/** The memberships with one changed. Whoever is woken again is not leaving any more. @throws `not_found` */
function withMembership({ memberships }: Interpreter, patched: MembershipPatch): CentreMembership[] {
  if (!memberships.some(({ centre }) => centre === patched.centre)) throw new PoolError('not_found');
  return memberships.map((one) => {
    if (one.centre !== patched.centre) return one;
    const { freeing, ...rest } = { ...one, ...patched };
    const kept = { ...rest, ...(freeing && !patched.status && { freeing }) };
    return Object.fromEntries(
      Object.entries(kept).filter(([, value]) => value !== null && value !== undefined),
    ) as CentreMembership;
  });
}
