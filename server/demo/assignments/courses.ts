/** How the demo assignments came to be where they are: a few courses that cover every status. */
import { cancels, confirms, givesBack, moves } from './booking.ts';
import { countersigns, ends, records, settles } from './ending.ts';
import { afterwards, ago, beforehand, later } from './moments.ts';
import {
  accepts,
  acceptsOnThePhone,
  asks,
  declines,
  exhausts,
  givesUp,
  lapses,
  rejects,
  submits,
  submitsUnchecked,
} from './searching.ts';
import type { Step } from './step.ts';

/** Asked in the morning, booked the next day. A request that runs through this came in two working days ago at the latest. */
const asked: Step[] = [submits(), asks(later(0, '11:20'))];
const booked: Step[] = [...asked, accepts(later(0, '17:40')), confirms(later(1, '09:05'))];
const tookPlace: Step[] = [...booked, ends];
const recorded: Step[] = [...tookPlace, records(afterwards(0, '18:20'))];
const countersigned: Step[] = [...recorded, countersigns(afterwards(1, '10:30'))];

/** Answers awaited now are from the last hours, so that nobody's time runs out on the day the pool is loaded. */
export const courses = {
  draft: [],
  unchecked: [submitsUnchecked],
  held_new: [submits('new_agency')],
  held_rule: [submits('eligibility')],
  held_double: [submits('duplicate')],
  held_closed: [submits('closure')],
  held_budget: [submits('budget')],
  fresh: [submits()],
  first_question: [submits(), asks(ago(140))],
  second_question: [...asked, declines(later(0, '17:10')), asks(ago(95))],
  nobody_left: [...asked, declines(later(0, '16:45')), exhausts(later(1, '09:15'))],
  given_back: [...booked, givesBack(later(1, '18:10'))],
  yes: [submits(), asks(ago(170)), accepts(ago(35))],
  booked,
  moved: [...booked, moves(90, ago(60))],
  called_off: [...booked, cancels('contact', 'Die Familie hat den Termin abgesagt', later(1, '15:30'))],
  called_off_late: [...booked, cancels('contact', 'Die Fachkraft ist verhindert', beforehand(20 * 60))],
  not_needed: [...asked, cancels('coordinator', 'Die Einrichtung hat selbst jemanden', later(0, '16:05'))],
  no_answer: [...asked, lapses, givesUp('no_answer', later(3, '09:45'))],
  too_late: [...asked, lapses, ends],
  not_ours: [submits(), rejects('eligibility', later(0, '15:10'))],
  over: tookPlace,
  recorded,
  countersigned,
  settled: [...countersigned, settles(afterwards(8, '11:00'))],
  by_telephone: [
    submits(),
    acceptsOnThePhone(later(0, '14:25')),
    confirms(later(0, '14:30')),
    ends,
    records(afterwards(0, '19:00')),
  ],
} satisfies Record<string, Step[]>;

export type Course = keyof typeof courses;
