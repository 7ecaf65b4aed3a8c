/** Where and how an appointment takes place. */
import type { place as source } from '../de/place.ts';
import { nbsp } from '../text.ts';

export const place: typeof source = {
  onsiteIn: (town) => `on site in ${town}`,
  kilometres: (kilometres) => `about ${kilometres}${nbsp}km from you`,
  addressAfterYes: 'You get the exact address once you have said yes.',
  meetingPoint: (where) => `Meeting point: ${where}`,
  beEarly: `Please be there 5${nbsp}minutes early.`,
};
