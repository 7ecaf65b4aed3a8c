/** Why somebody fits an appointment, and why not, as a coordinator reads it. */
import type { matching as source } from '../de/matching.ts';

export const matching: typeof source = {
  reasons: {
    exact_variety: (language) => `speaks exactly this variety: ${language}`,
    same_language: (language) => `speaks ${language}`,
    other_variety: (language) => `speaks the language, but not this variety: ${language}`,
    also_understands: (language) => `understands ${language} well, but usually interprets another language`,
    second_language: (language) => `fits the second language asked for: ${language}`,
    second_mode: 'only fits the other way (on site, telephone, video)',
    free: 'is free at this time',
    availability_unknown: 'has not said when they are free',
    little_asked: (served, asked) =>
      `assignments in the last year: ${served}, requests in the last month: ${asked}`,
    near: (kilometres) => `${kilometres} km away`,
    soft_hold: (offers) => `still has to answer other requests for the same time (${offers})`,
    reachable_by_phone: 'can quickly be reached by telephone',
    preferred_pair: 'is well liked at this agency',
  },
  exclusions: {
    not_active: (status) => `is not active (${status})`,
    language: (language) => `does not speak ${language}`,
    level: (language, level, minimum) => `${language}: level ${level}, at least ${minimum} is needed`,
    mode: (modes) => `does not interpret ${modes}`,
    gender: (wish) => `wanted: ${wish}`,
    not_available: 'is not free at this time',
    booked: 'has another assignment at this time, travel included',
    excluded_pair: 'is not sent to this agency',
    already_asked: 'has been asked already',
    withdrawn: 'was asked, and the question was taken back',
    declined: 'has already said no',
    cap: (cap, booked) => `assignments this week: ${booked}, most they want: ${cap}`,
    too_far: (kilometres, radius) => `${kilometres} km away, travels ${radius} km at most`,
    proof_expired: 'a proof expires before then',
    proof_expired_on: (day) => `a proof expires on ${day}`,
    not_willing: 'has not said yes',
  },
  or: ' or ',
  other: 'does not fit',
};
