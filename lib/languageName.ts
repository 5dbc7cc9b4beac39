/** A language in the reader's words: languageName("ko", "es") → "Coreano". The code itself where nobody knows a name. */
export function languageName(code: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    // Not a well-formed code (RangeError).
    return code;
  }
}
