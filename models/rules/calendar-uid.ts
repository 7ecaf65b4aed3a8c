/** How calendars recognise an assignment: the same in every invitation and in the feed, as long as it lives. */

/** Unique in the world by the random id of the assignment; no setting may change it, or entries would double (RFC 7986 §5.3). */
export function calendarUid(assignment: string): string {
  return `${assignment}@dolmetscherpool`;
}
