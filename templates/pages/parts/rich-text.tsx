/** A sentence of the catalogue on a page: stressed words, telephone numbers and addresses as links. */
import type { VNode } from 'preact';
import { telephoneUrl } from '../../telephone.ts';
import { type Piece, piecesOf, type Text } from '../../words/text.ts';

/** The sentence, piece by piece. */
export function RichText({ text }: { text: Text }): VNode {
  return <>{piecesOf(text).map(pieceOf)}</>;
}

/** A number to call. */
export function PhoneLink({ phone }: { phone: string }): VNode {
  return (
    <a class="kern-link" href={telephoneUrl(phone)}>
      <bdi>{phone}</bdi>
    </a>
  );
}

/** What to do when stuck, and the number; nothing where there is no number. */
export function CallUs({ words, phone }: { words: string; phone: string }): VNode | null {
  if (phone === '') return null;
  return (
    <p class="kern-body">
      {words} <PhoneLink phone={phone} />
    </p>
  );
}

function pieceOf(piece: Piece): VNode | string {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return <strong>{piece.strong}</strong>;
  return 'phone' in piece ? <PhoneLink phone={piece.phone} /> : <span>{piece.url}</span>;
}
