/** How calendars recognise an assignment: the same in every invitation and in the feed, as long as it lives. */

/** @param sender the address that invitations come from; its domain makes the id ours (RFC 5545 §3.8.4.7) */
export function calendarUid(assignment: string, sender: string): string {
  return `${assignment}@${sender.split('@')[1] ?? 'localhost'}`;
}
