/** A parents' evening as slots × languages becomes blocks: each is one interpreter for one stretch of time, so one assignment. */

/** One conversation, or several at the same time: a language stands there once for each interpreter it needs. */
export type Slot = { number: number; start: Date; end: Date; languages: string[] };

/** One interpreter for these slots in this order. Blocks of a language that run side by side lie on different tracks. */
export type Block = { language: string; track: number; slots: number[]; start: Date; end: Date };

/** How far slots may lie apart and still be one block, and how long one person interprets before another takes over. */
export type Blocking = { breakMinutes: number; longestMinutes: number };

/**
 * What a centre starts with. Interpreting tires: four hours with short breaks is an evening, beyond that it is two people's
 * work. A single slot that is longer stays whole, for a conversation is not torn apart.
 */
export const defaultBlocking: Blocking = { breakMinutes: 15, longestMinutes: 240 };

const minute = 60_000;

/** The time of one slot in one language. */
type Piece = Pick<Slot, 'number' | 'start' | 'end'>;

/** Blocks in the order of their time. Every language of every slot lies in exactly one of them. Pure. */
export function planBlocks(slots: readonly Slot[], blocking: Blocking = defaultBlocking): Block[] {
  const languages = [...new Set(slots.flatMap((slot) => slot.languages))];
  const blocks = languages.flatMap((language) => {
    const chains = chainsOf(piecesIn(language, slots), blocking).flatMap((chain) =>
      divided(chain, blocking.longestMinutes * minute),
    );
    return onTracks(language, chains);
  });
  return blocks.sort(
    (a, b) =>
      a.start.getTime() - b.start.getTime() ||
      languages.indexOf(a.language) - languages.indexOf(b.language) ||
      a.track - b.track,
  );
}

/** What is needed in a language, in the order of time; twice in a slot where two families speak it. */
function piecesIn(language: string, slots: readonly Slot[]): Piece[] {
  return slots
    .flatMap((slot) => slot.languages.filter((one) => one === language).map((): Piece => slot))
    .sort((a, b) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime());
}

/** Each piece follows the chain that ends nearest before it, so that the fewest people wait the least. */
function chainsOf(pieces: Piece[], { breakMinutes }: Blocking): Piece[][] {
  const chains: Piece[][] = [];
  for (const piece of pieces) {
    const [nearest] = chains
      .filter((chain) => {
        const gap = piece.start.getTime() - endOf(chain);
        return gap >= 0 && gap <= breakMinutes * minute;
      })
      .sort((a, b) => endOf(b) - endOf(a));
    if (nearest) nearest.push(piece);
    else chains.push([piece]);
  }
  return chains;
}

/** A chain that is too long for one person, cut into parts of about the same length, between two slots. */
function divided(chain: Piece[], longest: number): Piece[][] {
  const start = startOf(chain);
  const length = endOf(chain) - start;
  if (length <= longest || chain.length === 1) return [chain];
  const share = length / Math.ceil(length / longest);
  const fitting = chain.filter(({ end }) => end.getTime() - start <= share).length;
  const cut = Math.max(1, fitting);
  return [chain.slice(0, cut), ...divided(chain.slice(cut), longest)];
}

/** The first track on which nothing else runs at that time. */
function onTracks(language: string, chains: Piece[][]): Block[] {
  const endOfTrack: number[] = [];
  return chains
    .sort((a, b) => startOf(a) - startOf(b))
    .map((chain) => {
      const free = endOfTrack.findIndex((end) => end <= startOf(chain));
      const index = free === -1 ? endOfTrack.length : free;
      endOfTrack[index] = endOf(chain);
      return {
        language,
        track: index + 1,
        slots: chain.map(({ number }) => number),
        start: new Date(startOf(chain)),
        end: new Date(endOf(chain)),
      };
    });
}

function startOf(chain: Piece[]): number {
  return chain[0]?.start.getTime() ?? 0;
}

function endOf(chain: Piece[]): number {
  return chain.at(-1)?.end.getTime() ?? 0;
}
