/** The one error class: a refusal that the caller can understand and act on. Everything else that is thrown is a bug. */

/** Every refusal the pool knows. `server/problems.ts` gives each a status, `templates/words` a sentence. */
export type ErrorCode =
  | 'agency_inactive'
  | 'already_booked'
  | 'already_taken'
  | 'already_there'
  | 'bookings_ahead'
  | 'busy'
  | 'code_wrong'
  | 'cross_site'
  | 'email_full'
  | 'forbidden'
  | 'held'
  | 'invalid_input'
  | 'key_reused'
  | 'last_lead'
  | 'link_invalid'
  | 'no_candidates'
  | 'not_eligible'
  | 'not_found'
  | 'not_now'
  | 'offer_withdrawn'
  | 'person_only'
  | 'rate_limited'
  | 'stale_version'
  | 'time_ambiguous'
  | 'time_skipped'
  | 'token_by_token'
  | 'token_invalid'
  | 'token_read_only'
  | 'too_late'
  | 'too_large'
  | 'unauthenticated'
  | 'unsupported_media_type'
  | 'wrong_status';

/** What is wrong with one field of the input: where it stands, which rule it breaks, and what the sentence needs. */
export type FieldError = { path: string; code: string; params?: Record<string, unknown> };

/** Details of a refusal: parameters for its sentence, and for bad input the fields. */
export type ErrorDetails = { params?: Record<string, unknown>; errors?: FieldError[] };

/** A refusal with a code from the closed list above; models and rules throw it, nobody catches it but the edge. */
export class PoolError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = 'PoolError';
    this.code = code;
    this.details = details;
  }
}
