/** A language in the reader's words, to stand alone: languageName("ko", "es") → "Coreano". The code itself where nobody knows a name. */
export function languageName(code: string, locale: string): string {
  const name = languageInSentence(code, locale);
  // "not a code" stays as it is: only names are capitalized.
  return name === code ? code : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** The same inside a sentence or in brackets: "Nombre (coreano)". */
export function languageInSentence(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  } catch {
    // Not a well-formed code (RangeError).
    return code;
  }
}
