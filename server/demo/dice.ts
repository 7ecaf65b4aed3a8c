/** Chance that repeats itself: the same seed throws the same numbers on every machine. */

export type Dice = {
  /** From 0 up to, but not including, 1. */
  next: () => number;
  /** A whole number between two, both included. */
  between: (least: number, most: number) => number;
  /** True in so many of a hundred throws. */
  chance: (percent: number) => boolean;
  /** One of these, each as likely as the others. */
  pick: <One>(some: readonly One[]) => One;
  /** One of these, each as likely as its weight says. */
  weighted: <One>(some: readonly (readonly [One, weight: number])[]) => One;
};

/** Dice with this seed. Source: mulberry32, public domain. */
export function createDice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (percent) => next() * 100 < percent,
    pick: <One>(some: readonly One[]) => some[between(0, some.length - 1)] as One,
    weighted: <One>(some: readonly (readonly [One, number])[]) => {
      let left = next() * some.reduce((sum, [, weight]) => sum + weight, 0);
      const found = some.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? (some[0] as readonly [One, number]))[0];
    },
  };
}
