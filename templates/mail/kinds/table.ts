/** READ FIRST: which mail each kind of notice is, for each who may be told. Whom a change tells stands in `models/rules/transitions`. */
import type { ActingRole } from '../../../models/assignment/shape.ts';
import type { AssignmentNoticeKind } from '../../../models/notice.ts';
import type { Case } from '../case.ts';
import type { Description } from '../description.ts';
import { bookedAgency, bookedVolunteer, pleaseConfirm, reminder } from './bookings.ts';
import { changed, checkBooking, movedAgency, movedCoordinator, movedVolunteer } from './changes.ts';
import {
  cancelledAgency,
  cancelledCoordinator,
  cancelledVolunteer,
  unfilledAgency,
  unfilledCoordinator,
} from './endings.ts';
import {
  givenBackAgency,
  givenBackCoordinator,
  givenBackVolunteer,
  released,
  replaced,
} from './lost-bookings.ts';
import { notChosen, offer, offerWithdrawn, taken, willingNoted, yesNoted } from './offers.ts';
import {
  nobodyHereAgency,
  nobodyHereCoordinator,
  nobodyHereVolunteer,
  runningLateAgency,
  runningLateCoordinator,
} from './on-the-day.ts';
import { checkAddress, newRequest, news, receipt, stillOpen } from './requests.ts';
import { rejected, restored, stillSearching } from './searches.ts';

type Reader = 'agency' | 'volunteer' | 'coordinator';
type Describe = (one: Case) => Description;

const table: Record<AssignmentNoticeKind, Partial<Record<Reader, Describe>>> = {
  receipt: { agency: receipt },
  check_address: { agency: checkAddress },
  new_request: { coordinator: newRequest },
  offer: { volunteer: offer },
  offer_withdrawn: { volunteer: offerWithdrawn },
  taken: { volunteer: taken },
  yes_noted: { volunteer: yesNoted },
  willing_noted: { volunteer: willingNoted },
  not_chosen: { volunteer: notChosen },
  please_confirm: { coordinator: pleaseConfirm },
  booked: { volunteer: bookedVolunteer, agency: bookedAgency },
  reminder: { volunteer: reminder('Volunteer'), agency: reminder('Agency') },
  cancelled: { volunteer: cancelledVolunteer, agency: cancelledAgency, coordinator: cancelledCoordinator },
  released: { volunteer: released },
  given_back: {
    volunteer: givenBackVolunteer,
    agency: givenBackAgency,
    coordinator: givenBackCoordinator,
  },
  replaced: { agency: replaced },
  moved: { volunteer: movedVolunteer, agency: movedAgency, coordinator: movedCoordinator },
  changed: { volunteer: changed },
  check_booking: { coordinator: checkBooking },
  rejected: { agency: rejected },
  unfilled: { agency: unfilledAgency, coordinator: unfilledCoordinator },
  still_open: { coordinator: stillOpen },
  still_searching: { agency: stillSearching },
  running_late: { agency: runningLateAgency, coordinator: runningLateCoordinator },
  nobody_here: {
    volunteer: nobodyHereVolunteer,
    agency: nobodyHereAgency,
    coordinator: nobodyHereCoordinator,
  },
  restored: { agency: restored },
};

/** The description of this kind for this reader; whoever has none of their own reads that there is news. */
export function describeFor(kind: AssignmentNoticeKind, role: ActingRole): Describe {
  return table[kind][readerOf(role)] ?? news;
}

function readerOf(role: ActingRole): Reader {
  if (role === 'interpreter') return 'volunteer';
  return role === 'contact' || role === 'link' ? 'agency' : 'coordinator';
}
