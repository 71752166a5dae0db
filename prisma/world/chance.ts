/** A stream of chance that is the same every time for the same seed. */
export interface Chance {
  /** At least 0, less than 1. */
  number(): number;
  /** At least 0, less than the limit. */
  integer(limit: number): number;
  likely(probability: number): boolean;
  /** Throws RangeError when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** That many different ones, or all when there are fewer, in the list's order. */
  picks<T>(list: readonly T[], count: number): T[];
  bytes(count: number): Uint8Array;
}

export function makeChance(seed: string): Chance {
  const number = mulberry32(fnv1a(seed));
  const integer = (limit: number) => Math.floor(number() * limit);
  return {
    number,
    integer,
    likely: (probability) => number() < probability,
    pick<T>(list: readonly T[]): T {
      const picked = list.slice(integer(list.length))[0];
      if (picked === undefined) throw new RangeError("There is nothing to pick from.");
      return picked;
    },
    picks<T>(list: readonly T[], count: number): T[] {
      const drawn = list.map((item, index) => ({ item, index, order: number() }));
      drawn.sort((a, b) => a.order - b.order);
      return drawn
        .slice(0, count)
        .sort((a, b) => a.index - b.index)
        .map(({ item }) => item);
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => integer(256)),
  };
}

/** Deals each list out like a pack of cards: nothing comes twice before all the rest came once. */
export function makeDeals(chance: Chance): <T>(list: readonly T[]) => T {
  const packs = new WeakMap<object, number[]>();
  return <T>(list: readonly T[]): T => {
    const left = packs.get(list) ?? [];
    if (left.length === 0) left.push(...list.keys());
    const [index = 0] = left.splice(chance.integer(left.length), 1);
    packs.set(list, left);
    return chance.pick(list.slice(index, index + 1));
  };
}

/** Mulberry32 by Tommy Ettinger (public domain), https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, so that seeds may be words. */
function fnv1a(text: string): number {
  return [...text].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
}
