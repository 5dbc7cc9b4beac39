const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, without padding: the form in which authenticator apps take a secret. */
function base32(text: string): string {
  const bits = [...new TextEncoder().encode(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** A secret as people type it, and as the picture that an app reads holds it (the "Key URI Format" of authenticator apps). */
export function totpKey(raw: string, { issuer, account }: { issuer: string; account: string }): { secret: string; uri: string } {
  const secret = base32(raw);
  return { secret, uri: `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${new URLSearchParams({ secret, issuer })}`.replaceAll("+", "%20") };
}
