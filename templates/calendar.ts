/** Appointments for calendars: invitations and cancellations by mail (RFC 5546, RFC 6047) and a feed to subscribe to (RFC 5545). */
import ICAL from 'ical.js';
import { oneLine } from './one-line.ts';

/** One appointment. `sequence` rises with every change that a calendar must follow; `dtstamp` is when this version was made. */
export type CalendarEvent = {
  /** Stays the same while the assignment lives. */
  uid: string;
  sequence: number;
  dtstamp: Date;
  start: Date;
  end: Date;
  summary: string;
  location?: string;
  description: string;
  organizer: { name: string; email: string };
  attendee: { name: string; email: string };
  url?: string;
};

/** An appointment in a feed names nobody but the organizer; a cancelled one stays in it for a while and says so. */
export type FeedEvent = Omit<CalendarEvent, 'attendee'> & { isCancelled: boolean };

/** How often programs are asked to look again. */
const refreshInterval = 'PT1H';

/** Octets of a line without its line break; ical.js does not count the blank that begins a continued line (RFC 5545 §3.1). */
ICAL.foldLength = 74;

/** The calendar part of a mail to the one attendee it names. UTC times, so it needs no zone table. */
export function invitation(method: 'REQUEST' | 'CANCEL', event: CalendarEvent): string {
  const calendar = newCalendar(method);
  const entry = entryOf(event, method === 'CANCEL');
  const attendee = person('attendee', event.attendee);
  attendee.setParameter('role', 'REQ-PARTICIPANT');
  attendee.setParameter('partstat', 'ACCEPTED');
  attendee.setParameter('rsvp', 'FALSE');
  entry.addProperty(attendee);
  calendar.addSubcomponent(entry);
  return written(calendar);
}

/** A whole calendar to subscribe to. `name` is what the program shows for it. */
export function feed(events: FeedEvent[], { name }: { name: string }): string {
  const calendar = newCalendar('PUBLISH');
  calendar.addProperty(textProperty('name', name));
  calendar.addProperty(textProperty('x-wr-calname', name));
  calendar.addProperty(durationProperty('refresh-interval', refreshInterval));
  calendar.addProperty(durationProperty('x-published-ttl', refreshInterval));
  for (const event of events) calendar.addSubcomponent(entryOf(event, event.isCancelled));
  return written(calendar);
}

function newCalendar(method: string): ICAL.Component {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Dolmetscherpool//DE');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', method);
  return calendar;
}

function entryOf(event: Omit<CalendarEvent, 'attendee'>, isCancelled: boolean): ICAL.Component {
  const entry = new ICAL.Component('vevent');
  entry.addPropertyWithValue('uid', oneLine(event.uid));
  entry.addPropertyWithValue('dtstamp', utc(event.dtstamp));
  entry.addPropertyWithValue('sequence', event.sequence);
  entry.addPropertyWithValue('dtstart', utc(event.start));
  entry.addPropertyWithValue('dtend', utc(event.end));
  entry.addPropertyWithValue('summary', oneLine(event.summary));
  entry.addPropertyWithValue('description', lines(event.description));
  if (event.location) entry.addPropertyWithValue('location', oneLine(event.location));
  if (event.url) entry.addPropertyWithValue('url', oneLine(event.url));
  entry.addPropertyWithValue('status', isCancelled ? 'CANCELLED' : 'CONFIRMED');
  entry.addPropertyWithValue('class', 'PRIVATE');
  entry.addPropertyWithValue('transp', isCancelled ? 'TRANSPARENT' : 'OPAQUE');
  entry.addProperty(person('organizer', event.organizer));
  return entry;
}

/** Quotation marks would end the parameter, and programs differ in how they read its escapes (RFC 6868) and semicolons. */
function person(kind: 'organizer' | 'attendee', { name, email }: { name: string; email: string }) {
  const property = new ICAL.Property(kind);
  const shown = oneLine(name.replace(/["^]/g, '').replaceAll(';', ','));
  if (shown !== '') property.setParameter('cn', shown);
  property.setValue(`mailto:${oneLine(email)}`);
  return property;
}

function textProperty(name: string, value: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType('text');
  property.setValue(oneLine(value));
  return property;
}

function durationProperty(name: string, value: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType('duration');
  property.setValue(ICAL.Duration.fromString(value));
  return property;
}

function utc(at: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(at, true);
}

/** Every line cleaned for itself, so that line breaks stay and nothing else does. */
function lines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .join('\n');
}

function written(calendar: ICAL.Component): string {
  return `${calendar.toString()}\r\n`;
}
