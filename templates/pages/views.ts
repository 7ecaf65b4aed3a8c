/** What pages may know: each page gets exactly this and shows it. */
import type { UnfilledReason } from '../../models/assignment/shape.ts';
import type { OfferSituation } from '../../models/rules/offer-situation.ts';
import type { AgencyAction } from '../../models/rules/own-page/agency-actions.ts';
import type { AgencySituation } from '../../models/rules/own-page/agency-situation.ts';
import type { OfferAction } from '../../models/rules/own-page/offer-actions.ts';
import type { Locale, Mode, Venue } from '../../models/shape.ts';

/** Whose page it is: the centre, or the pool as a whole before anybody has signed in. */
export type Brand = {
  poolName: string;
  unit: string;
  address: string;
  phone: string;
  email: string;
  /** A line above everything, such as "Beispiel mit erfundenen Daten" in the demo pool. */
  notice?: string;
};

/** What every page needs: whose it is, in which language, and where the same page is in another one. */
export type Frame = {
  brand: Brand;
  locale: Locale;
  /** The same page in another language. */
  otherLanguages: { locale: Locale; url: string }[];
  /** Who is signed in, if anybody is. */
  account?: { name: string; roles: string[] };
};

/** The offer page: one appointment, one question, or the state in words. */
export type OfferView = {
  situation: OfferSituation;
  name: string;
  number: string;
  /** Absent, like the place, where it may have been another one when the question was closed. */
  language?: string;
  isPlaceUnsure?: boolean;
  /** After a move: only the place is another one. */
  isNewPlace?: boolean;
  start: Date;
  end: Date;
  zone: string;
  mode: Mode;
  town?: { postcode: string; city: string };
  kilometres?: number;
  /** Only once the person has said yes. */
  venue?: Venue;
  onsiteContact?: { name: string; phone: string };
  /** Label of the kind of agency before a yes, its name afterwards. */
  agency: string;
  expiresAt: Date;
  /** Until when the person hears whether they are booked. */
  decisionBy?: Date;
  /** After a move: until when the person is to say whether the new time is possible. */
  keepBy?: Date;
  /** Other bookings on the same day: how many. */
  sameDay: number;
  /** Where the form posts to. */
  action: string;
  /** What just happened, to be said on top after an answer: already taken, booked elsewhere, held, too late. */
  refusal?:
    | 'already_taken'
    | 'already_booked'
    | 'offer_withdrawn'
    | 'held'
    | 'too_late'
    | 'wrong_status'
    | 'not_now'
    | 'stale_version';
  feedUrl?: string;
  /** What the person can do now, and whether giving back counts as late. */
  can: OfferAction[];
  isLate: boolean;
  /** Which time of the appointment this page shows; an answer to a move is one to this time. */
  sequence: number;
  /** The question behind "give back", instead of the page itself. */
  step?: 'give_back';
  /** What the person has said on the day: minutes later, and when that nobody was there. */
  saidLate?: number;
  saidNobody?: Date;
};

/** One appointment as pages name it. */
type AppointmentView = {
  name: string;
  number: string;
  language: string;
  start: Date;
  end: Date;
  zone: string;
  mode: Mode;
  /** Where the page is, and below it its actions. */
  action: string;
};

/** The page of a request, for the agency that asked. */
export type RequestView = AppointmentView & {
  situation: AgencySituation;
  /** After a move: only the place is another one. */
  isNewPlace?: boolean;
  can: AgencyAction[];
  /** The action that was opened; one that is not possible any more is not shown. */
  step?: AgencyAction;
  /** Whether cancelling now counts as late, and until when it does not. */
  isLate: boolean;
  inTimeUntil: Date;
  alternatives: { start: Date; end: Date }[];
  venue?: Venue;
  onsiteContact?: { name: string; phone: string };
  /** Who comes, once that is firm. */
  interpreter?: { name: string; phone?: string };
  /** Until when the agency hears from us. */
  hearBy?: Date;
  rejection?: string;
  reason?: UnfilledReason;
  cancelledLate?: boolean;
  /** Minutes that the interpreter has said to come later; when the agency said that nobody is there. */
  late?: number;
  nobodySaid?: Date;
  /** What else can be searched for. */
  modes: readonly Mode[];
  languages: { code: string; label: string }[];
  /** What stands in the form: the present time, or what was typed. */
  typed: {
    date: string;
    from: string;
    to: string;
    reason?: string;
    occurrence?: 'first' | 'second' | undefined;
  };
  /** Which time of the appointment the form was made for. */
  sequence: number;
  errors?: { field: string; text: string }[];
  /** In the night when the clock is set back: which of two hours is meant. */
  asksOccurrence?: boolean;
  refusal?: 'wrong_status' | 'not_now' | 'too_late' | 'stale_version' | 'already_booked';
};

/** The page that checks an address. */
export type VerifyView = AppointmentView & { situation: AgencySituation };

/** The first page. Who is signed in comes with the frame. */
export type HomeView = {
  isSignedIn: boolean;
  /** Where mails lie that are not sent, in the demo pool. */
  mailboxUrl?: string;
};

/** The pages around signing in. */
export type SignInView =
  | { step: 'ask'; email?: string; error?: 'email' }
  | { step: 'sent'; email: string; error?: 'code'; minutes: number; mailboxUrl?: string }
  | { step: 'link'; action: string; isUsable: boolean };

/** A change of e-mail as one of its links shows it. */
export type EmailChangeView = {
  /** What the link is for: the new address agrees, the old one agrees, or somebody says that it was not them. */
  link: 'new' | 'old' | 'stop';
  /** `half`: this side has agreed, the other has not yet. */
  state: 'open' | 'half' | 'done' | 'stopped' | 'over' | 'full';
  to: string;
  action: string;
};

/** The built-in mailbox. */
export type MailboxView = {
  items: { id: string; date: Date; to: string; subject: string; url: string }[];
  zone: string;
};
export type MailView = {
  date: Date;
  to: string;
  subject: string;
  text: string;
  /** Address of the HTML part, shown in a frame of its own. */
  htmlUrl: string;
  calendar?: { method: string; content: string };
  zone: string;
};

/** What a refusal says: a heading, a sentence, and what to do next. */
export type ErrorView = { status: number; code: string; detail: string };
