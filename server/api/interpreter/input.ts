/** What clients send about an interpreter. */
import { z } from 'zod';
import * as stored from '../../../models/interpreter.ts';
import { id, instant, line, locale, mode, phone } from '../../../models/shape.ts';

const { gender, municipality, radiusKilometres, capPerWeek, reachableByPhone } = stored.interpreter.shape;
const languages = z
  .array(stored.spokenLanguage.extend({ modes: z.array(mode).min(1).max(3) }))
  .min(1)
  .max(20);
const alsoUnderstands = z.array(stored.understoodLanguage).max(20);

/** What a centre says of somebody it takes in. */
export const newInterpreter = z.strictObject({
  centre: id.optional(),
  name: line(120),
  email: z.email().max(254).optional(),
  sharesEmail: z.boolean().optional(),
  phone: phone.optional(),
  locale: locale.default('de'),
  status: z.enum(['applied', 'active']).default('active'),
  gender,
  languages,
  alsoUnderstands: alsoUnderstands.default([]),
  municipality,
  radiusKilometres,
  capPerWeek,
  reachableByPhone: reachableByPhone.default(false),
});

/** The office's part; ending a membership has routes of its own, because bookings may lie ahead. */
const membershipPatch = z.strictObject({
  centre: id,
  status: z.enum(['applied', 'active', 'paused']).optional(),
  pausedUntil: instant.nullable().optional(),
  excludedAgencies: z.array(id).max(100).optional(),
  preferredAgencies: z.array(id).max(100).optional(),
  assessedLevels: stored.centreMembership.shape.assessedLevels.max(20).optional(),
  proofExpiresAt: instant.nullable().optional(),
});
export type MembershipPatch = z.output<typeof membershipPatch>;

/** What the person and the office may change; null takes a value away. */
export const interpreterPatch = z.strictObject({
  name: line(120).optional(),
  phone: phone.nullable().optional(),
  locale: locale.optional(),
  gender: gender.optional(),
  languages: languages.optional(),
  alsoUnderstands: alsoUnderstands.optional(),
  municipality: id.nullable().optional(),
  radiusKilometres: z.number().positive().nullable().optional(),
  capPerWeek: z.number().int().positive().nullable().optional(),
  reachableByPhone: reachableByPhone.optional(),
  membership: membershipPatch.optional(),
});
