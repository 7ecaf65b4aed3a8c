/** An assignment as each side may see it: coordinators all, agencies their own, interpreters what they need to come. */
import { z } from 'zod';
import { findAccounts } from '../../../models/account.ts';
import * as stored from '../../../models/assignment/shape.ts';
import { type Centre, listCentres } from '../../../models/centre.ts';
import { agreed } from '../../../models/rules/agreed.ts';
import { id, line, mode, venue } from '../../../models/shape.ts';
import { type Caller, type Standing, standingTo } from '../../access.ts';
import { writeInstant, writtenInstant } from '../instants.ts';

const writtenPeriod = z.object({ start: writtenInstant, end: writtenInstant });

export const offerOfAssignment = z
  .object({
    id,
    interpreter: id,
    name: z.string(),
    state: stored.offerState,
    round: z.number().int(),
    askedAt: writtenInstant,
    sendAt: writtenInstant,
    expiresAt: writtenInstant,
    answeredAt: writtenInstant.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'OfferOfAssignment' });

/** What every side may see comes first; what only some may see is optional. */
export const assignmentView = z
  .object({
    id,
    number: z.string(),
    status: stored.status,
    version: z.number().int(),
    centre: id,
    agency: id,
    language: id,
    alsoLanguages: z.array(id),
    mode,
    alsoModes: z.array(mode),
    start: writtenInstant,
    end: writtenInstant,
    alternatives: z.array(writtenPeriod),
    venue: venue.optional(),
    genderWish: stored.genderWish,
    booking: z
      .object({
        /** Who it is: the agency learns that with the firm booking. */
        interpreter: id.optional(),
        name: z.string().optional(),
        at: writtenInstant,
        language: id,
        mode,
        /** Booked against a conflict, and why; coordinators only. */
        override: z.string().optional(),
      })
      .optional(),
    cancellation: z
      .object({ at: writtenInstant, by: stored.actingRole, reason: z.string(), late: z.boolean() })
      .optional(),
    unfilled: z.object({ at: writtenInstant, reason: stored.unfilledReason }).optional(),
    rejection: z.object({ at: writtenInstant, code: z.string() }).optional(),
    /** Until when the agency hears, while somebody is sought; until when the person booked answers to a move. */
    hearBy: writtenInstant.optional(),
    keepBy: writtenInstant.optional(),
    updatedAt: writtenInstant,
    createdAt: writtenInstant,
    event: id.optional(),
    occasion: line(120).optional(),
    programmes: z.array(z.string()).optional(),
    targetGroup: z.string().optional(),
    persons: z.number().int().optional(),
    reference: z.string().optional(),
    notes: z.string().optional(),
    onsiteContact: stored.onsiteContact.optional(),
    urgent: stored.urgent.optional(),
    hold: z.object({ code: stored.hold.shape.code, answerBy: writtenInstant }).optional(),
    round: z.number().int().optional(),
    offers: z.array(offerOfAssignment).optional(),
    history: z
      .array(
        z.object({
          at: writtenInstant,
          action: z.string(),
          by: stored.actingRole,
          from: stored.status,
          to: stored.status,
          reason: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Assignment' });
export type AssignmentView = z.input<typeof assignmentView>;

/**
 * Assignments as this caller may see them.
 * @param known how the caller stands to them; who has just given one back still reads what became of it
 * @throws `not_found` when one of them is none of the caller's
 */
export async function viewAssignments(
  assignments: stored.Assignment[],
  caller: Caller,
  known?: Standing,
): Promise<AssignmentView[]> {
  const accounts = assignments.flatMap(({ offers, booking }) => [
    ...offers.map((offer) => offer.account),
    ...(booking ? [booking.account] : []),
  ]);
  const [centres, people] = await Promise.all([listCentres(), findAccounts([...new Set(accounts)])]);
  const byId = new Map(centres.map((centre) => [centre._id, centre]));
  return assignments.map((assignment) =>
    viewOf(assignment, known ?? standingTo(caller, assignment), {
      centre: byId.get(assignment.centre) as Centre,
      nameOf: (account) => people.get(account)?.name ?? '–',
    }),
  );
}

/** One assignment as this caller may see it. @throws `not_found` */
export async function viewAssignment(
  assignment: stored.Assignment,
  caller: Caller,
  known?: Standing,
): Promise<AssignmentView> {
  const [view] = await viewAssignments([assignment], caller, known);
  return view as AssignmentView;
}

/** The view without who comes, where, and whom to meet: for whoever has nothing to do with it any more. */
export function withoutMeeting(view: AssignmentView): AssignmentView {
  const { booking: _booking, venue: _venue, onsiteContact: _onsiteContact, ...rest } = view;
  return rest;
}

type Around = { centre: Centre; nameOf: (account: string) => string };

function viewOf(assignment: stored.Assignment, standing: Standing, around: Around): AssignmentView {
  const write = (at: Date) => writeInstant(at, around.centre.zone);
  return {
    ...forEverySide(assignment, standing, around, write),
    ...(standing !== 'interpreter' && requestDetails(assignment)),
    ...(maySeeContact(assignment, standing, around) && { onsiteContact: assignment.onsiteContact }),
    ...(standing === 'coordinator' && forCoordinators(assignment, around, write)),
  };
}

function forEverySide(
  assignment: stored.Assignment,
  standing: Standing,
  { nameOf }: Around,
  write: (at: Date) => string,
): AssignmentView {
  const { booking, cancellation, unfilled, rejection, hold, alternatives, firmAt, giveUpAt, keepBy } =
    assignment;
  const isPersonKnown = standing !== 'contact' || firmAt !== undefined;
  return {
    ...pick(assignment, [
      'number',
      'status',
      'version',
      'centre',
      'agency',
      'language',
      'alsoLanguages',
      'mode',
      'alsoModes',
      'genderWish',
    ]),
    id: assignment._id,
    start: write(assignment.start),
    end: write(assignment.end),
    alternatives: alternatives.map(({ start, end }) => ({ start: write(start), end: write(end) })),
    ...(assignment.venue && { venue: assignment.venue }),
    ...(booking && {
      booking: {
        ...pick(agreed(assignment, booking), ['language', 'mode']),
        at: write(booking.at),
        ...(booking.override && standing === 'coordinator' && { override: booking.override }),
        ...(isPersonKnown && { interpreter: booking.interpreter, name: nameOf(booking.account) }),
      },
    }),
    ...(cancellation && {
      cancellation: {
        ...pick(cancellation, ['reason', 'late']),
        by: cancellation.role,
        at: write(cancellation.at),
      },
    }),
    ...(unfilled && { unfilled: { reason: unfilled.reason, at: write(unfilled.at) } }),
    ...(rejection && { rejection: { code: rejection.code, at: write(rejection.at) } }),
    ...(giveUpAt && standing !== 'interpreter' && { hearBy: write(giveUpAt) }),
    ...(keepBy && { keepBy: write(keepBy) }),
    ...(hold && standing !== 'interpreter' && { hold: { code: hold.code, answerBy: write(hold.answerBy) } }),
    updatedAt: write(assignment.updatedAt),
    createdAt: write(assignment.createdAt),
  };
}

/** What the agency wrote for the coordination; an interpreter does not need it to come. */
function requestDetails(assignment: stored.Assignment) {
  return pick(assignment, [
    'event',
    'occasion',
    'programmes',
    'targetGroup',
    'persons',
    'reference',
    'notes',
    'urgent',
  ]);
}

function maySeeContact(
  { status, onsiteContact }: stored.Assignment,
  standing: Standing,
  { centre }: Around,
): boolean {
  if (!onsiteContact) return false;
  return standing !== 'interpreter' || (status === 'confirmed' && centre.rules.contactPolicy.onsiteContact);
}

function forCoordinators(
  { offers, history, round }: stored.Assignment,
  { nameOf }: Around,
  write: (at: Date) => string,
) {
  return {
    round,
    offers: offers.map((offer) => viewOffer(offer, nameOf(offer.account), write)),
    history: history.map(({ at, action, role, from, to, reason }) => ({
      at: write(at),
      action,
      by: role,
      from,
      to,
      ...(reason && { reason }),
    })),
  };
}

/** An offer as coordinators see it. */
function viewOffer(
  offer: stored.Offer,
  name: string,
  write: (at: Date) => string,
): z.input<typeof offerOfAssignment> {
  return {
    ...pick(offer, ['id', 'interpreter', 'state', 'round', 'reason']),
    name,
    askedAt: write(offer.askedAt),
    sendAt: write(offer.sendAt),
    expiresAt: write(offer.expiresAt),
    ...(offer.answeredAt && { answeredAt: write(offer.answeredAt) }),
  };
}

/** These keys of an object, those that it has. */
function pick<T extends object, Key extends keyof T>(from: T, keys: Key[]): Pick<T, Key> {
  return Object.fromEntries(
    keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]),
  ) as Pick<T, Key>;
}
