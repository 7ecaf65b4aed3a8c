/** An event as its agency and the coordinators may see it: one status, and a plan of who comes to which conversation. */
import { z } from 'zod';
import { assignmentsOfEvents } from '../../../models/assignment/list.ts';
import { type Assignment, actingRole, onsiteContact, status } from '../../../models/assignment/shape.ts';
import { listCentres } from '../../../models/centre.ts';
import type { Event } from '../../../models/event/shape.ts';
import { type Place, placesOf, statusOf } from '../../../models/rules/event-status.ts';
import { id, type Locale, line, mode, venue } from '../../../models/shape.ts';
import { found } from '../../../models/storage.ts';
import { words } from '../../../templates/words/words.ts';
import type { Caller } from '../../access.ts';
import { type AssignmentView, viewAssignments } from '../assignment/view.ts';
import { writeInstant, writtenInstant } from '../instants.ts';

const person = z.object({ interpreter: id, name: z.string() });

const summary = {
  id,
  name: line(120),
  version: z.number().int(),
  centre: id,
  agency: id,
  start: writtenInstant,
  end: writtenInstant,
  mode,
  venue: venue.optional(),
  occasion: line(120),
  status: z
    .object({
      slots: z.number().int(),
      filled: z.number().int(),
      withYes: z.number().int(),
      cancelled: z.number().int(),
      sentence: z.string(),
      yesSentence: z.string().optional(),
    })
    .describe('Counted in conversations: each language of each slot is one. A yes alone fills none.'),
  createdAt: writtenInstant,
  updatedAt: writtenInstant,
};

export const eventSummary = z.object(summary).meta({ id: 'EventSummary' });

export const eventView = z
  .object({
    ...summary,
    onsiteContact: onsiteContact.optional(),
    notes: z.string().optional(),
    /** Which assignments there are: consecutive slots of a language are one. */
    blocks: z.array(
      z.object({
        assignment: id,
        number: z.string().optional(),
        language: id,
        track: z.number().int(),
        slots: z.array(z.number().int()),
        start: writtenInstant,
        end: writtenInstant,
        status: status.optional(),
        version: z.number().int().optional(),
        person: person.optional(),
      }),
    ),
    /** Slot by slot and language by language who comes. */
    plan: z.array(
      z.object({
        slot: z.number().int(),
        start: writtenInstant,
        end: writtenInstant,
        label: z.string().optional(),
        conversations: z.array(
          z.object({
            language: id,
            track: z.number().int(),
            assignment: id,
            state: z.union([status, z.literal('planned')]),
            words: z.string(),
            person: person.optional(),
          }),
        ),
      }),
    ),
    cancellations: z.array(
      z.object({
        at: writtenInstant,
        by: actingRole,
        reason: z.string(),
        parts: z.array(z.object({ assignment: id, slots: z.array(z.number().int()) })),
      }),
    ),
  })
  .meta({ id: 'Event' });

type Around = { assignments: Assignment[]; zone: string; locale: Locale };

/** Events of a list, each with its status. */
export async function viewEvents(events: Event[], locale: Locale): Promise<z.input<typeof eventSummary>[]> {
  const [assignments, centres] = await Promise.all([
    assignmentsOfEvents(events.map(({ _id }) => _id)),
    listCentres(),
  ]);
  return events.map((event) =>
    summaryOf(event, {
      assignments: assignments.filter((one) => one.event === event._id),
      zone: found(centres.find(({ _id }) => _id === event.centre)).zone,
      locale,
    }),
  );
}

/** One event with its plan. Who comes stands there as in the assignment itself: the agency learns it with the firm booking. */
export async function viewEvent(
  event: Event,
  caller: Caller,
  locale: Locale,
): Promise<z.input<typeof eventView>> {
  const assignments = await assignmentsOfEvents([event._id]);
  const [views, [first]] = await Promise.all([
    viewAssignments(assignments, caller),
    viewEvents([event], locale),
  ]);
  const { zone } = found((await listCentres()).find(({ _id }) => _id === event.centre));
  const write = (at: Date) => writeInstant(at, zone);
  const viewById = new Map(views.map((view) => [view.id, view]));
  const places = placesOf(event, assignments);
  const { onsiteContact: contact, notes } = event;
  return {
    ...found(first),
    ...(contact && { onsiteContact: contact }),
    ...(notes && { notes }),
    blocks: event.blocks.map(({ start, end, ...block }) =>
      blockOf({ ...block, start: write(start), end: write(end) }, viewById.get(block.assignment)),
    ),
    plan: event.slots.map(({ number, start, end, label }) => ({
      slot: number,
      start: write(start),
      end: write(end),
      ...(label && { label }),
      conversations: places
        .filter(({ slot }) => slot === number)
        .map((place) => conversationOf(place, viewById.get(place.block.assignment), locale)),
    })),
    cancellations: event.cancellations.map(({ at, role, reason, parts }) => ({
      at: write(at),
      by: role,
      reason,
      parts,
    })),
  };
}

function summaryOf(event: Event, { assignments, zone, locale }: Around): z.input<typeof eventSummary> {
  const { _id, name, version, centre, agency, mode, venue: place, occasion } = event;
  const write = (at: Date) => writeInstant(at, zone);
  const counts = statusOf(event, assignments);
  const say = words(locale).statuses.events;
  const { slots, filled, withYes } = counts;
  return {
    id: _id,
    name,
    version,
    centre,
    agency,
    mode,
    occasion,
    start: write(event.start),
    end: write(event.end),
    ...(place && { venue: place }),
    status: {
      ...counts,
      sentence: slots === 0 ? say.cancelled : say.filled(filled, slots),
      ...(withYes > 0 && { yesSentence: say.withYes(withYes) }),
    },
    createdAt: write(event.createdAt),
    updatedAt: write(event.updatedAt),
  };
}

type BlockView = z.input<typeof eventView>['blocks'][number];

/** The block as it is now: an assignment that was moved has its own time. */
function blockOf(planned: BlockView, view: AssignmentView | undefined): BlockView {
  if (!view) return planned;
  const { number, status, version, start, end } = view;
  return { ...planned, number, status, version, start, end, ...personOf(view) };
}

function conversationOf({ block, isCancelled }: Place, view: AssignmentView | undefined, locale: Locale) {
  const { language, track, assignment } = block;
  const state = isCancelled ? 'cancelled' : (view?.status ?? 'planned');
  return {
    language,
    track,
    assignment,
    state,
    words: words(locale).statuses.agency[state === 'planned' ? 'requested' : state],
    ...(view && !isCancelled && personOf(view)),
  } as const;
}

/** Who comes, as far as the caller may know. Who was booked for what is cancelled does not come. */
function personOf({ status, booking }: AssignmentView): { person?: z.input<typeof person> } {
  if (status === 'cancelled' || !booking?.interpreter || !booking.name) return {};
  return { person: { interpreter: booking.interpreter, name: booking.name } };
}
