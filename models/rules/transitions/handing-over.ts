/** Somebody else at the agency is written to from now on. */
import type { Assignment } from '../../assignment/shape.ts';
import type { Writes } from './change.ts';

/** Only if whoever is followed is still the one who is written to; without a successor nobody is. */
export const handOver = {
  before(assignment: Assignment, input: { from: string }): 'unchanged' | undefined {
    return assignment.contact === input.from ? undefined : 'unchanged';
  },
  write(_assignment: Assignment, { to }: { from: string; to?: string | undefined }): Writes {
    return to ? { set: { contact: to } } : { unset: ['contact'] };
  },
};
