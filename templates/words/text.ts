/** A sentence as catalogues write it: plain words, with the few pieces that mail and pages show in their own way. */

/** Words, something to stress, a telephone number to call, an address to open or copy. */
export type Piece = string | { strong: string } | { phone: string } | { url: string };

export type Text = string | readonly Piece[];

/** Keeps number and unit on one line; text mails and subjects turn it into a plain space. */
export const nbsp = '\u00a0';

/** The same sentence without any mark-up; what must not be torn apart still holds together. */
export function unmarked(text: Text): string {
  return piecesOf(text).map(unmarkedPiece).join('');
}

/** The same sentence as a text mail or a title says it: without mark-up, with plain spaces only. */
export function plain(text: Text): string {
  return unmarked(text).replaceAll(nbsp, ' ');
}

/** A sentence as the list of its pieces. */
export function piecesOf(text: Text): readonly Piece[] {
  return typeof text === 'string' ? [text] : text;
}

/** The same sentence with a capital: it begins a paragraph of its own instead of going on after the greeting. */
export function capitalised(text: Text): Text {
  const [first = '', ...rest] = piecesOf(text);
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : text;
}

function unmarkedPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return piece.strong;
  return 'phone' in piece ? piece.phone.replaceAll(' ', nbsp) : piece.url;
}
