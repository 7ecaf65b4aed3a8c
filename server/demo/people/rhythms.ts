/** Weekly rhythms in which the invented interpreters are free. */
import type { WeeklyWindow } from '../../../models/availability.ts';

/** Windows without an end: what holds this week holds in a year. */
export const rhythms = {
  daytime: windows([1, 2, 3, 4, 5], '08:00', '18:00'),
  long_days: [...windows([1, 2, 3, 4, 5], '07:30', '20:00'), ...windows([6], '10:00', '16:00')],
  mornings: windows([1, 2, 3, 4, 5], '08:00', '13:00'),
  school_hours: windows([1, 2, 3, 4, 5], '08:00', '15:00'),
  afternoons: windows([1, 2, 3, 4, 5], '12:30', '19:30'),
  split_days: [...windows([1, 2, 3, 4, 5], '08:00', '13:00'), ...windows([1, 2, 3, 4, 5], '14:30', '18:30')],
  start_of_week: windows([1, 2, 3], '08:00', '17:00'),
  end_of_week: [...windows([3, 4], '09:00', '18:00'), ...windows([5], '08:00', '14:00')],
  thursday_mornings: windows([4], '08:00', '13:00'),
} satisfies Record<string, WeeklyWindow[]>;

export type Rhythm = keyof typeof rhythms;

function windows(weekdays: number[], from: string, to: string): WeeklyWindow[] {
  return weekdays.map((weekday) => ({ weekday, from, to }));
}
