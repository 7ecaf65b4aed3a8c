/** Mails about a booking: a yes that waits for it, the booking itself, and the reminder. */
import type { Case } from '../case.ts';
import { blocks, button, type Description, note, type Optional, paragraph } from '../description.ts';
import { factsBlock } from '../fact-rows.ts';
import { inPool } from './requests.ts';

/** A yes waits for the coordinators, who book it or choose among several. */
export function pleaseConfirm(one: Case): Description {
  const { words, clock, assignment, day, start, isAhead } = one;
  const say = words.mails.pleaseConfirm;
  const { interpreter, answerBy } = assignment;
  return {
    subject: words.statuses.coordinator.accepted,
    preheader: say.preheader,
    tone: 'warning',
    state: words.statuses.coordinator.accepted,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph(interpreter ? say.lead(interpreter.name) : say.leadSeveral),
      answerBy && isAhead(answerBy) && paragraph(say.until(clock.moment(answerBy))),
      factsBlock(one, { withAgency: true }),
      ...inPool(one),
      note(say.meanwhile),
    ),
  };
}

/** To the interpreter: you interpret, then and there. */
export function bookedVolunteer(one: Case): Description {
  const { words, facts, assignment, day, range, url } = one;
  const { bookedVolunteer: say } = words.mails;
  return {
    subject: words.statuses.volunteer.confirmed,
    preheader: say.preheader(day, range),
    tone: 'success',
    state: words.statuses.volunteer.confirmed,
    heading: say.heading(day, range),
    blocks: blocks(
      paragraph(assignment.cause?.action === 'move' ? say.leadNewTime : say.lead),
      factsBlock(one, { withAgency: true, isMoved: assignment.cause?.action === 'move' }),
      button(say.button, url),
      paragraph((url ? say.changedMind : say.onlyByPhone)(facts.centre.phone)),
      ...bookingNotes(one, say.inTime),
      facts.feedUrl !== undefined && note(words.mails.feed(facts.feedUrl)),
    ),
  };
}

/** To the agency: somebody comes. */
export function bookedAgency(one: Case): Description {
  const { words, facts, assignment, day, range, url } = one;
  const { bookedAgency: say } = words.mails;
  const isMoved = assignment.cause?.action === 'move';
  return {
    subject: words.statuses.agency.confirmed,
    preheader: say.preheader(day, range),
    tone: 'success',
    state: words.statuses.agency.confirmed,
    heading: say.heading(day, range),
    blocks: blocks(
      paragraph(isMoved ? say.leadNewTime : say.lead),
      factsBlock(one, { isMoved }),
      button(words.mails.receipt.button, url),
      paragraph(say.prepare),
      paragraph(say.changedMind(facts.centre.phone)),
      ...bookingNotes(one, say.inTime),
    ),
  };
}

/** To both sides, before the appointment. */
export function reminder(side: 'Volunteer' | 'Agency') {
  return (one: Case): Description => {
    const { words, facts, day, range, url } = one;
    const say = words.mails.reminder;
    const label = side === 'Volunteer' ? words.mails.bookedVolunteer.button : words.mails.receipt.button;
    return {
      subject: say.subject,
      preheader: say.preheader(day, range),
      tone: 'success',
      state: say.state,
      heading: say[`heading${side}`](day, range),
      blocks: blocks(
        paragraph(say[`lead${side}`]),
        factsBlock(one, { withAgency: side === 'Volunteer' }),
        button(label, url),
        paragraph(
          (side === 'Volunteer' && !url ? words.mails.bookedVolunteer.onlyByPhone : say[`changed${side}`])(
            facts.centre.phone,
          ),
        ),
        remindersNote(one),
      ),
    };
  };
}

/** Until when changing one's mind is in time, what comes next, and that this mail counts. */
function bookingNotes(one: Case, inTime: (until: string) => string): Optional[] {
  const { words, clock, assignment, facts, isAhead } = one;
  const { inTimeUntil } = assignment;
  return [
    isAhead(inTimeUntil) && note(inTime(clock.moment(inTimeUntil))),
    facts.hasCalendar && note(words.mails.calendarAttached),
    note(words.mails.bookedVolunteer.latest),
    remindersNote(one),
  ];
}

function remindersNote({ words, clock, facts, isAhead }: Case): Optional {
  const times = (facts.reminders ?? []).filter(isAhead).map(clock.moment);
  return times.length > 0 && note(words.mails.reminders(times.join(words.mails.remindersJoin)));
}
