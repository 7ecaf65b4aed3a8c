/** Telephone numbers as links: what people read stays as the centre wrote it. */

/** The address that dials a number (RFC 3966); one without a country code is a German one. */
export function telephoneUrl(phone: string): string {
  const digits = phone.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  if (digits.startsWith('00')) return `tel:+${digits.slice(2)}`;
  return digits.startsWith('0') ? `tel:+49${digits.slice(1)}` : `tel:${digits}`;
}
