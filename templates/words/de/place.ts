/** Where and how an appointment takes place. */
import { nbsp } from '../text.ts';

export const place = {
  onsiteIn: (town: string) => `vor Ort in ${town}`,
  kilometres: (kilometres: number) => `etwa ${kilometres}${nbsp}km von Ihnen`,
  addressAfterYes: 'Die genaue Adresse bekommen Sie nach Ihrem Ja.',
  meetingPoint: (where: string) => `Treffpunkt: ${where}`,
  beEarly: `Bitte seien Sie 5${nbsp}Minuten früher da.`,
};
