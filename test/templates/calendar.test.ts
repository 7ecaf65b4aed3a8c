/** Calendar parts and the feed, read back by a parser that did not write them. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import ical from 'node-ical';
import { type CalendarEvent, feed, invitation } from '../../templates/calendar.ts';
import { appointmentEvent } from '../../templates/mail/appointment-event.ts';
import { appointment, offerUrl, venue } from './mail-facts.ts';

function anEvent(values: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: '65f0c0ffee@example.org',
    sequence: 2,
    dtstamp: new Date('2026-11-23T09:42:00Z'),
    start: new Date('2026-12-03T09:00:00Z'),
    end: new Date('2026-12-03T10:00:00Z'),
    summary: 'Dolmetschen: Arabisch, 2026-0431',
    description: 'Nummer: 2026-0431',
    organizer: { name: 'Dolmetscherpool Kreis Soest', email: 'dolmetscherpool@example.org' },
    attendee: { name: 'Amal Beispiel', email: 'amal@example.org' },
    ...values,
  };
}

type ReadEvent = {
  uid: string;
  summary: string;
  description: string;
  status: string;
  start: Date;
  end: Date;
  organizer: unknown;
  attendee: unknown;
};

function readBack(content: string): ReadEvent[] {
  const found = Object.values(ical.sync.parseICS(content)).filter((one) => one?.type === 'VEVENT');
  return found as unknown as ReadEvent[];
}

/** The only event. */
function readOne(content: string): ReadEvent {
  const [event, ...others] = readBack(content);
  if (!event || others.length > 0) throw new Error('not exactly one event');
  return event;
}

/** The lines as they were before folding. */
function unfolded(content: string): string[] {
  return content.replace(/\r\n /g, '').split('\r\n');
}

test('an invitation says when, who invites whom, and under which number', () => {
  const content = invitation(
    'REQUEST',
    anEvent({ url: offerUrl, location: 'Musterplatz 1, 59555 Lippstadt' }),
  );

  const event = readOne(content);
  expect(event).toMatchObject({
    uid: '65f0c0ffee@example.org',
    sequence: 2,
    method: 'REQUEST',
    status: 'CONFIRMED',
    class: 'PRIVATE',
    summary: 'Dolmetschen: Arabisch, 2026-0431',
    location: 'Musterplatz 1, 59555 Lippstadt',
    url: offerUrl,
  });
  expect(event.organizer).toEqual({
    params: { CN: 'Dolmetscherpool Kreis Soest' },
    val: 'mailto:dolmetscherpool@example.org',
  });
  expect(event.attendee).toMatchObject({
    params: { CN: 'Amal Beispiel' },
    val: 'mailto:amal@example.org',
  });
  expect(event.start.toISOString()).toBe('2026-12-03T09:00:00.000Z');
  expect(event.end.toISOString()).toBe('2026-12-03T10:00:00.000Z');
});

test('times are in UTC, so no calendar needs to know a zone', () => {
  const lines = unfolded(invitation('REQUEST', anEvent()));

  expect(lines).toContain('DTSTART:20261203T090000Z');
  expect(lines).toContain('DTEND:20261203T100000Z');
  expect(lines).toContain('DTSTAMP:20261123T094200Z');
  expect(lines.join('\n')).not.toContain('VTIMEZONE');
});

test('nobody is asked to answer in their calendar: answers run through the link', () => {
  const lines = unfolded(invitation('REQUEST', anEvent()));

  const attendees = lines.filter((line) => line.startsWith('ATTENDEE'));
  expect(attendees).toEqual([
    'ATTENDEE;CN=Amal Beispiel;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:amal@example.org',
  ]);
});

test('a cancellation has the same identity and says so twice: by its method and its status', () => {
  const content = invitation('CANCEL', anEvent({ sequence: 3 }));

  expect(readOne(content)).toMatchObject({
    uid: '65f0c0ffee@example.org',
    sequence: 3,
    method: 'CANCEL',
    status: 'CANCELLED',
  });
  expect(content).toContain('ATTENDEE');
});

test.each([
  ['in spring', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
  ['in autumn', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
])('an hour over the change of the clock %s stays that hour', (_when, start, end) => {
  const content = invitation('REQUEST', anEvent({ start: new Date(start), end: new Date(end) }));

  const event = readOne(content);
  expect(event.start.getTime()).toBe(Date.parse(start));
  expect(event.end.getTime()).toBe(Date.parse(end));
});

test('special characters come back as they were', () => {
  const summary = 'Dolmetschen: Arabisch; "Kita", \\ 2026-0431 – ä€😀';
  const description = 'Zeile 1, mit Komma\nZeile 2; mit \\ Strich\nBEGIN:VEVENT';

  const event = readOne(invitation('REQUEST', anEvent({ summary, description })));

  expect(event.summary).toBe(summary);
  expect(event.description).toBe(description);
});

test('quotation marks and line breaks in names end nothing', () => {
  const name = 'Amal "Ama" Beispiel;x=y:z,\r\nATTENDEE:mailto:all@example.org';

  const content = invitation('REQUEST', anEvent({ attendee: { name, email: 'amal@example.org' } }));

  expect(unfolded(content).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
  expect(readOne(content).attendee).toMatchObject({
    params: { CN: 'Amal Ama Beispiel,x=y:z, ATTENDEE:mailto:all@example.org' },
    val: 'mailto:amal@example.org',
  });
});

test('any text whatever comes back, in lines of at most 75 octets that split no character', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 200 });

  fc.assert(
    fc.property(anyText, anyText, anyText, (summary, description, name) => {
      const person = { name, email: 'amal@example.org' };
      const content = invitation(
        'REQUEST',
        anEvent({ summary, description, attendee: person, organizer: person }),
      );

      expect(content.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(content.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(content).toString()).toBe(content);
      const event = readOne(content);
      expect(trimmed(event.summary)).toBe(trimmed(onOneLine(summary)));
      expect(event.uid).toBe('65f0c0ffee@example.org');
      expect(JSON.stringify(event.attendee)).toContain('mailto:amal@example.org');
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['one octet', 'x'],
  ['two octets', 'ü'],
  ['three octets', '€'],
  ['four octets', '😀'],
])(
  'a long line of characters of %s is folded at 75 octets, the blank that continues it included',
  (_what, one) => {
    const description = one.repeat(300);

    const content = invitation('REQUEST', anEvent({ description }));

    const longest = Math.max(...content.split('\r\n').map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
    expect(longest).toBeGreaterThan(70);
    expect(readOne(content).description).toBe(description);
  },
);

test('the feed has a name, a rhythm, and every appointment as it stands', () => {
  const { attendee: _attendee, ...event } = anEvent();
  const events = [
    { ...event, isCancelled: false },
    { ...event, uid: 'other@example.org', sequence: 4, isCancelled: true },
  ];

  const content = feed(events, { name: 'Einsätze: Dolmetscherpool, Kreis Soest' });

  const lines = unfolded(content);
  expect(lines).toContain('METHOD:PUBLISH');
  expect(lines).toContain('NAME;VALUE=TEXT:Einsätze: Dolmetscherpool\\, Kreis Soest');
  expect(lines).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
  expect(content).not.toContain('ATTENDEE');
  expect(readBack(content).map(({ uid, status }) => [uid, status])).toEqual([
    ['65f0c0ffee@example.org', 'CONFIRMED'],
    ['other@example.org', 'CANCELLED'],
  ]);
});

test('an empty feed is a calendar as well', () => {
  const content = feed([], { name: 'Einsätze' });

  expect(content).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  expect(readBack(content)).toEqual([]);
});

test('what stands in a calendar is neutral, and the address only where it may be known', () => {
  const before = appointmentEvent(appointment('de'), 'de');
  const after = appointmentEvent(appointment('de', { venue, url: offerUrl }), 'de');
  const byPhone = appointmentEvent(appointment('en', { mode: 'phone' }), 'en');

  expect(before).toEqual({
    start: new Date('2026-12-03T09:00:00Z'),
    end: new Date('2026-12-03T10:00:00Z'),
    summary: 'Dolmetschen: Arabisch, 2026-0431',
    description: 'Nummer: 2026-0431',
  });
  expect(after.location).toBe('Kita Musterplatz, Musterplatz 1, 59555 Lippstadt');
  expect(after.description).toContain(offerUrl);
  expect(byPhone.location).toBe('by telephone');
});

/** node-ical trims values and reads a lone carriage return as space; neither matters to a reader. */
function trimmed(value: unknown): string {
  return String(value).replace(/\s+/g, ' ').trim();
}

function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
