/** An interpreter as the person and the coordinators of each centre may see them. */
import { z } from 'zod';
import type { Account } from '../../../models/account.ts';
import type { Centre } from '../../../models/centre.ts';
import { type Interpreter, memberStatus, interpreter as stored } from '../../../models/interpreter.ts';
import { id, line, locale } from '../../../models/shape.ts';
import { type Caller, scopeOf } from '../../access.ts';
import { writeInstant, writtenInstant } from '../instants.ts';

/** What coordinators of the centre see besides the status. */
const membershipView = z.object({
  centre: id,
  status: memberStatus,
  pausedUntil: writtenInstant.optional(),
  excludedAgencies: z.array(id).optional(),
  preferredAgencies: z.array(id).optional(),
  assessedLevels: z.array(z.object({ language: id, level: z.string() })).optional(),
  proofExpiresAt: writtenInstant.optional(),
});

export const interpreterView = z
  .object({
    id,
    version: z.number().int(),
    account: id,
    name: line(120),
    email: z.string().optional(),
    phone: z.string().optional(),
    locale,
    ...stored.pick({
      gender: true,
      languages: true,
      alsoUnderstands: true,
      municipality: true,
      radiusKilometres: true,
      capPerWeek: true,
      reachableByPhone: true,
    }).shape,
    memberships: z.array(membershipView),
  })
  .meta({ id: 'Interpreter' });
export type InterpreterView = z.input<typeof interpreterView>;

/** Each centre's part belongs to its coordinators; the person sees where they belong, not who is excluded. */
export function viewInterpreter(
  person: Interpreter,
  account: Account | undefined,
  caller: Caller,
  centres: Map<string, Centre>,
): InterpreterView {
  const { centres: own = [] } = scopeOf(caller);
  const isThemselves = caller.account._id === person.account;
  const { gender, languages, alsoUnderstands, municipality, radiusKilometres, capPerWeek } = person;
  return {
    id: person._id,
    version: person.version ?? 0,
    account: person.account,
    name: account?.name ?? '–',
    locale: account?.locale ?? 'de',
    ...(account?.email && { email: account.email }),
    ...(account?.phone && { phone: account.phone }),
    gender,
    languages,
    alsoUnderstands,
    reachableByPhone: person.reachableByPhone,
    ...(municipality && { municipality }),
    ...(radiusKilometres !== undefined && { radiusKilometres }),
    ...(capPerWeek !== undefined && { capPerWeek }),
    memberships: person.memberships
      .filter(({ centre }) => isThemselves || own.includes(centre))
      .map((one) => viewMembership(one, own.includes(one.centre), centres.get(one.centre)?.zone ?? 'UTC')),
  };
}

function viewMembership(
  membership: Interpreter['memberships'][number],
  isOffice: boolean,
  zone: string,
): z.input<typeof membershipView> {
  const { centre, status, pausedUntil, proofExpiresAt } = membership;
  const { excludedAgencies, preferredAgencies, assessedLevels } = membership;
  return {
    centre,
    status,
    ...(pausedUntil && { pausedUntil: writeInstant(pausedUntil, zone) }),
    ...(proofExpiresAt && { proofExpiresAt: writeInstant(proofExpiresAt, zone) }),
    ...(isOffice && { excludedAgencies, preferredAgencies, assessedLevels }),
  };
}
