/** What stands on the list of the office. */
import type { tasks as source } from '../de/tasks.ts';

export const tasks: typeof source = {
  failures: {
    refused: 'The mail server refused the address. Perhaps it is no longer right. Please call.',
    not_taken: 'The e-mail did not get through, even after two days. Please call.',
    not_written: 'The e-mail could not be written, because something is missing or damaged. Please call.',
  },
};
