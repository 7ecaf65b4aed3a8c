/** The routes of /api/v1, one file a resource. */
import type { Endpoint } from '../endpoint.ts';
import { assignmentEndpoints } from './assignment/assignments.ts';
import { matchEndpoints } from './assignment/matches.ts';
import { telephoneEndpoints } from './assignment/telephone.ts';
import { turnEndpoints } from './assignment/turns.ts';
import { agencyEndpoints } from './centre/agencies.ts';
import { centreEndpoints } from './centre/centres.ts';
import { contactEndpoints } from './centre/contacts.ts';
import { listEndpoints } from './centre/lists.ts';
import { municipalityEndpoints } from './centre/municipalities.ts';
import { eventEndpoints } from './event/events.ts';
import { availabilityEndpoints } from './interpreter/availability.ts';
import { interpreterEndpoints } from './interpreter/interpreters.ts';
import { leavingEndpoints } from './interpreter/leaving.ts';
import { languageEndpoints } from './languages.ts';
import { loginEndpoints } from './login.ts';
import { meEndpoints } from './me.ts';
import { offerEndpoints } from './offers.ts';
import { taskEndpoints } from './tasks.ts';
import { tokenEndpoints } from './tokens.ts';

export const apiEndpoints: Endpoint[] = [
  ...loginEndpoints,
  ...meEndpoints,
  ...telephoneEndpoints,
  ...assignmentEndpoints,
  ...turnEndpoints,
  ...eventEndpoints,
  ...matchEndpoints,
  ...offerEndpoints,
  ...availabilityEndpoints,
  ...agencyEndpoints,
  ...centreEndpoints,
  ...municipalityEndpoints,
  ...listEndpoints,
  ...languageEndpoints,
  ...tokenEndpoints,
  ...interpreterEndpoints,
  ...leavingEndpoints,
  ...contactEndpoints,
  ...taskEndpoints,
];
