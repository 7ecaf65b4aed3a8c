/** The routes of /api/v1, one file a resource. */
import type { Endpoint } from '../endpoint.ts';
import { assignmentEndpoints } from './assignments.ts';
import { availabilityEndpoints } from './availability.ts';
import { agencyEndpoints } from './centre/agencies.ts';
import { centreEndpoints } from './centre/centres.ts';
import { listEndpoints } from './centre/lists.ts';
import { municipalityEndpoints } from './centre/municipalities.ts';
import { contactEndpoints } from './contacts.ts';
import { eventEndpoints } from './events.ts';
import { interpreterEndpoints } from './interpreters.ts';
import { languageEndpoints } from './languages.ts';
import { leavingEndpoints } from './leaving.ts';
import { loginEndpoints } from './login.ts';
import { matchEndpoints } from './matches.ts';
import { meEndpoints } from './me.ts';
import { offerEndpoints } from './offers.ts';
import { taskEndpoints } from './tasks.ts';
import { telephoneEndpoints } from './telephone.ts';
import { tokenEndpoints } from './tokens.ts';
import { turnEndpoints } from './turns.ts';

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
