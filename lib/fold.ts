/** Lower case without accents and in plain letters: "Núñez" → "nunez", full-width "Ａ" → "a". */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a text, folded: "Calle 7, Ñandú" → ["calle", "7", "nandu"]. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
