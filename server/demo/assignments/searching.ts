/** Steps of the search: a request comes in, people are asked and answer, or nobody is found. */
import type { Assignment, Offer, UnfilledReason } from '../../../models/assignment/shape.ts';
import { answerBy } from '../../../models/rules/offer-plan.ts';
import { addWorkdays, at, dayOf } from '../calendar.ts';
import { inventedId } from '../invented.ts';
import { sparedPerson } from '../people/known-people.ts';
import { bookingFor, nextOffers } from './asking.ts';
import { atOnce, type When, whenTheAnswerIsDue } from './moments.ts';
import { does, openOffer, type Stage, type Step } from './step.ts';

type HoldCode = NonNullable<Assignment['hold']>['code'];

/** The request comes in, held for a look until noon in two days where it says so. */
export function submits(held?: HoldCode): Step {
  return (story, stage) => {
    const answerBy = at(
      addWorkdays(dayOf(story.start < stage.now ? story.createdAt : stage.now), 2),
      '12:00',
    );
    const role = stage.coordinators.includes(story.requestedBy) ? 'coordinator' : 'contact';
    const submit = does('submit', role, atOnce, () => (held ? { hold: { code: held, answerBy } } : {}));
    return submit(story, stage);
  };
}

/** A request from the open form, whose address nobody has checked yet. */
export const submitsUnchecked: Step = does('submit', 'link', atOnce, () => ({ unverified: true }));

/** The address of a request from the open form is right. */
export function verifies(when: When): Step {
  return does('verify', 'link', when, () => ({}));
}

/** The coordinator has looked: the search goes on. */
export function unholds(when: When): Step {
  return does('unhold', 'coordinator', when, () => ({}));
}

/** The next round asks the best of those who fit, one or several at once. */
export function asks(when: When, count = 1): Step {
  return does('ask', 'coordinator', when, (story, { pool }, now) => ({
    offers: nextOffers(story, pool, now, count),
  }));
}

/** The person asked says no. */
export function declines(when: When): Step {
  return does('decline', 'interpreter', when, (story) => ({ offer: openOffer(story).id }));
}

/** The time to answer passes. */
export const lapses: Step = does('lapse', 'system', whenTheAnswerIsDue, () => ({ unsent: [] }));

/** Everybody who fits has been asked. */
export function exhausts(when: When): Step {
  return does('exhaust', 'coordinator', when, () => ({}));
}

/** The person asked says yes. */
export function accepts(when: When): Step {
  return does('accept', 'interpreter', when, (story, { pool }, now) => {
    const offer = openOffer(story);
    return { offer: offer.id, booking: bookingFor(story, offer, pool, now) };
  });
}

/** The coordinator calls somebody who is otherwise never asked, and writes down the yes. */
export function acceptsOnThePhone(when: When): Step {
  const spared = {
    interpreter: inventedId('interpreter', sparedPerson),
    account: inventedId('account', sparedPerson),
  };
  return yesOnThePhone(when, () => spared);
}

/** The coordinator calls the best of those who fit, and writes down the yes. */
export function isCalledAndAccepts(when: When): Step {
  return yesOnThePhone(when, (story, { pool }, now) => nextOffers(story, pool, now)[0] as Offer);
}

type Called = Pick<Offer, 'interpreter' | 'account' | 'kilometres' | 'secondChoice'>;

function yesOnThePhone(when: When, whom: (story: Assignment, stage: Stage, now: Date) => Called): Step {
  return does('accept', 'coordinator', when, (story, stage, now) => {
    const { interpreter, account, kilometres, secondChoice } = whom(story, stage, now);
    const asked: Offer = {
      id: inventedId('offer', `${story._id}:telephone`),
      interpreter,
      account,
      round: story.round,
      state: 'pending',
      askedAt: now,
      sendAt: now,
      expiresAt: answerBy(now, story.start),
      sequence: story.sequence,
      ...(kilometres !== undefined && { kilometres }),
      ...(secondChoice && { secondChoice }),
    };
    return { offer: asked.id, asked, booking: bookingFor(story, asked, stage.pool, now) };
  });
}

/** Two of those asked say that they could, and the coordinator takes the first. */
export function choosesAmongTwo(firstYes: When, secondYes: When, choice: When): Step[] {
  const isWilling = (when: When) =>
    does('be_willing', 'interpreter', when, (story) => ({ offer: openOffer(story).id }));
  const chooses = does('confirm', 'coordinator', choice, (story, { pool }, now) => {
    const offer = story.offers.find(({ state }) => state === 'willing') as Offer;
    return { interpreter: offer.interpreter, booking: bookingFor(story, offer, pool, now) };
  });
  return [isWilling(firstYes), isWilling(secondYes), chooses];
}

/** A cancellation is undone, or a search that had ended goes on. */
export function opensAgain(action: 'restore' | 'reopen', when: When): Step {
  return does(action, 'coordinator', when, () => ({}));
}

/** The search ends without anybody. */
export function givesUp(reason: UnfilledReason, when: When): Step {
  return does('give_up', 'coordinator', when, () => ({ reason }));
}

/** This occasion is not the pool's. */
export function rejects(code: string, when: When): Step {
  return does('reject', 'coordinator', when, () => ({ code }));
}
