/** Chance that repeats: the same seed gives the same sequence. */
export type Random = ReturnType<typeof randomFrom>;

/** mulberry32: small, and even enough for made-up listings. */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(next() * end);
  /** Few come often and most come rarely, as words and places do: log-uniform over 0 … end − 1. */
  const skewed = (end: number) => Math.floor(Math.exp(next() * Math.log(end + 1)) - 1);
  const from = <T>(list: readonly T[], index: number): T => {
    if (list.length === 0) throw new Error("There is nothing to choose from.");
    return list[index]!;
  };
  return {
    below,
    skewed,
    chance: (probability: number) => next() < probability,
    pick: <T>(list: readonly T[]) => from(list, below(list.length)),
    pickSkewed: <T>(list: readonly T[]) => from(list, skewed(list.length)),
    /** The form of a UUID; nothing secret hangs on it. */
    uuid: () => {
      const hex = Array.from({ length: 32 }, () => below(16).toString(16)).join("");
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
    },
  };
}
