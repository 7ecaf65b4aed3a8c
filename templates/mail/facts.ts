/** What a mail may know. Whatever must not be in a mail (client, occasion, notes) has no place here. */
import type { ActingRole, UnfilledReason } from '../../models/assignment/shape.ts';
import type { NoticeKind } from '../../models/notice.ts';
import type { AgencyAction } from '../../models/rules/own-page/agency-actions.ts';
import type { Locale, Mode, Venue } from '../../models/shape.ts';

/** The centre that writes. */
export type CentreFacts = {
  name: string;
  poolName: string;
  unit: string;
  address: string;
  phone: string;
  email: string;
  zone: string;
};

/** The appointment as this recipient may see it: `venue` and `onsiteContact` only when they may know them already. */
export type AssignmentFacts = {
  number: string;
  /** Label of the language, in the recipient's language. Absent, like the place, where it may have been another one. */
  language?: string;
  isPlaceUnsure?: boolean;
  start: Date;
  end: Date;
  mode: Mode;
  /** What the agency could do with as well, in the order of its wishes; only where the search has yet to begin or to go on. */
  alternatives?: { start: Date; end: Date }[];
  alsoLanguages?: string[];
  alsoModes?: Mode[];
  /** Where roughly: known to everybody who is asked. Absent for telephone and video without a place. */
  town?: { postcode: string; city: string };
  venue?: Venue;
  onsiteContact?: { name: string; phone: string };
  agency: string;
  /** Who is booked, for the agency and the coordinators. */
  interpreter?: { name: string; phone?: string };
  /** The recipient's own link to this assignment. */
  url?: string;
  /** What an agency may choose when nobody was found, each with its own page. */
  choices?: { action: AgencyAction; url: string }[];
  /** The change that caused this mail: the time before a move, or what else is different now. */
  cause?: { action: string; before?: { start: Date; end: Date }; parts?: string[] };
  /** Until when giving back or cancelling counts as in time. */
  inTimeUntil: Date;
  /** Until when the recipient is to answer or act: after a move, before a yes books itself. Absent: the sentence has no date. */
  answerBy?: Date;
  /** Until when the recipient hears from us. Absent: the sentence has no date. */
  hearBy?: Date;
  /** Whether somebody has to look at the request before anybody is asked. */
  isHeld?: boolean;
  /** Whether the booking that has just ended was firm; false when it was a yes only. */
  wasFirm?: boolean;
  /** The person written to has said yes, and nobody has booked them yet. */
  isNoted?: boolean;
  /** After a move: the person who was to come has not answered, and did not say no. */
  isSilent?: boolean;
  /** Who was to come until just now, for the coordinators. */
  former?: string;
};

/** An event as its agency and the coordinators may see it in a mail; of a cancellation, what is called off. */
export type EventFacts = {
  start: Date;
  end: Date;
  mode: Mode;
  venue?: Venue;
  onsiteContact?: { name: string; phone: string };
  agency: string;
  /** How many conversations, in how many languages. */
  slots: number;
  languages: number;
  /** Each with the label of its language, in the recipient's language, and the number of its assignment. */
  blocks: { language: string; start: Date; end: Date; number: string | undefined }[];
  /** How many conversations still take place after a cancellation. */
  left?: number;
};

type OfferFacts = { expiresAt: Date; kilometres?: number; url: string };
type SignInFacts = {
  url: string;
  code: string;
  minutes: number;
  /** Whether several people use the address, so that it must be said whose link this is. */
  isShared?: boolean;
};

/** A change of e-mail as one of the two addresses is asked. */
export type EmailChangeFacts = {
  to: string;
  confirmUrl: string;
  /** "That was not me": for the old address only. */
  stopUrl?: string;
  days: number;
};

/** Everything one mail is made of. Pure data: rendering it twice gives the same bytes. */
export type MailFacts = {
  kind: NoticeKind;
  role: ActingRole;
  locale: Locale;
  /** The recipient's name. */
  name: string;
  /** Where the recipient's own pages begin, such as https://pool.example.org */
  baseUrl: string;
  centre: CentreFacts;
  /** When it is written: deadlines that have passed by then are not mentioned. */
  at?: Date;
  assignment?: AssignmentFacts;
  event?: EventFacts;
  offer?: OfferFacts;
  signIn?: SignInFacts;
  emailChange?: EmailChangeFacts;
  /** For whom somebody new asks, in their first mail. */
  agency?: string;
  /** Whether the recipient belongs to several centres, so that it must be said which one asks. */
  isOfSeveralCentres?: boolean;
  /** Read out on the telephone: without addresses of pages. */
  isReadOut?: boolean;
  /** The reminder's lead in hours, and when (if at all) the next one comes. */
  leadHours?: number;
  /** Why: a code of the change that caused the mail, such as `late`, `moved`, an UnfilledReason, or a reject code. */
  reason?: UnfilledReason | 'late' | 'in_time' | 'moved' | 'replaced' | (string & {});
  /** Reminders that will follow a booking, in order. */
  reminders?: Date[];
  /** Whether a calendar part is attached. */
  hasCalendar: boolean;
  /** The address of the recipient's calendar feed. */
  feedUrl?: string;
};

/** A rendered mail: the text part says everything that the HTML part says. */
export type Mail = { subject: string; text: string; html: string };
