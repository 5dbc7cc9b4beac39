/**
 * Reads a North American number as people write it: "(213) 387-3284", "1-800-898-7180", "213.387.3284".
 * @returns E.164 ("+12133873284"), or null where it is no such number (North American Numbering Plan: area
 * code and exchange begin with 2–9).
 */
export function parsePhone(written: string): string | null {
  const digits = written.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? `+1${digits}` : null;
}

/** "+12133873284" → "(213) 387-3284"; toll-free numbers as "800-399-4529". Anything else comes back as it is. */
export function formatPhone(number: string): string {
  const [, area, exchange, line] = number.match(/^\+1(\d{3})(\d{3})(\d{4})$/) ?? [];
  if (!area) return number;
  return /^8(00|33|44|55|66|77|88)$/.test(area) ? `${area}-${exchange}-${line}` : `(${area}) ${exchange}-${line}`;
}

/** The address of a one-tap call (RFC 3966). */
export function telephoneLink(phone: { number: string; extension?: string | null }): string {
  return `tel:${phone.number}${phone.extension ? `;ext=${phone.extension}` : ""}`;
}
