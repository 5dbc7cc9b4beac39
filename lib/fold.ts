/** Lower case without accents, the way fold() of the database does it: "Núñez" → "nunez". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a text, folded: "Calle 7, Ñandú" → ["calle", "7", "nandu"]. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
