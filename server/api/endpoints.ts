/** The routes of /api/v1, one file a resource. */
import type { Endpoint } from '../endpoint.ts';
import { assignmentEndpoints } from './assignments.ts';
import { availabilityEndpoints } from './availability.ts';
import { eventEndpoints } from './events.ts';
import { loginEndpoints } from './login.ts';
import { matchEndpoints } from './matches.ts';
import { offerEndpoints } from './offers.ts';
import { telephoneEndpoints } from './telephone.ts';
import { turnEndpoints } from './turns.ts';
import { tokenEndpoints } from './tokens.ts';

export const apiEndpoints: Endpoint[] = [
  ...loginEndpoints,
  ...telephoneEndpoints,
  ...assignmentEndpoints,
  ...turnEndpoints,
  ...eventEndpoints,
  ...matchEndpoints,
  ...offerEndpoints,
  ...availabilityEndpoints,
  ...tokenEndpoints,
];
