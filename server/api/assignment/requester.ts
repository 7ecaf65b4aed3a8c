/** For whom a request is made: contacts ask for their agency, coordinators for any of their centre's. */
import { findAgencies } from '../../../models/agency.ts';
import type { Requester } from '../../../models/assignment/request.ts';
import { PoolError } from '../../../models/pool-error.ts';
import { type Caller, coordinates } from '../../access.ts';

/**
 * Whose request this is, and in which role the caller makes it: as a contact where they are one.
 * @param logged that it is entered afterwards, which coordinators do whoever else they are; when it is over, also for an
 * agency that has ended since
 * @throws `forbidden` for people who ask for nobody; `invalid_input` when the agency has to be named or is none of theirs
 */
export async function requesterFor(
  caller: Caller,
  named: string | undefined,
  logged?: { isOver: boolean },
): Promise<Requester & { role: 'contact' | 'coordinator' }> {
  const { _id: account, memberships } = caller.account;
  const own = memberships.flatMap(({ role, agency }) => (role === 'contact' && agency ? [agency] : []));
  const isCoordinator = memberships.some(({ role }) => role === 'coordinator' || role === 'lead');
  if (own.length === 0 && !isCoordinator) throw new PoolError('forbidden', { params: { action: 'submit' } });
  const wanted = named ?? (own.length === 1 && !isCoordinator ? own[0] : undefined);
  if (!wanted) throw invalid(own);
  const agency = (await findAgencies([wanted])).get(wanted);
  if (!agency) throw invalid(own, wanted);
  const isOffice = coordinates(caller, [agency.centre]);
  const isOwn = own.includes(wanted);
  if (!isOwn && !isOffice) throw invalid(own, wanted);
  if (agency.inactiveSince && !logged?.isOver) throw new PoolError('agency_inactive');
  if (isOwn && !(logged && isOffice)) {
    return { centre: agency.centre, agency: wanted, requestedBy: account, contact: account, role: 'contact' };
  }
  const contact = agency.contacts.find(({ lead }) => lead) ?? agency.contacts[0];
  return {
    centre: agency.centre,
    agency: wanted,
    requestedBy: account,
    contact: contact?.account,
    role: 'coordinator',
  };
}

function invalid(own: string[], sent?: string): PoolError {
  const code = sent === undefined ? 'agency_missing' : 'agency_unknown';
  return new PoolError('invalid_input', {
    errors: [{ path: 'agency', code, params: { sent, options: own } }],
  });
}
