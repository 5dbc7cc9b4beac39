/**
 * Whether the Origin that a browser names is the address that it sent the form to. TLS ends before us, and people reach a guide
 * by other names than the one in its settings: the scheme is known for that one name only, where a page without TLS is not ours.
 * @param publicOrigin what the settings say
 */
export function isOwnOrigin(origin: string | null | undefined, host: string | null | undefined, publicOrigin: string): boolean {
  if (!origin || !host || !URL.canParse(origin)) return false;
  const [from, known] = [new URL(origin), new URL(publicOrigin)];
  if (from.host !== host.toLowerCase()) return false;
  return from.host !== known.host || known.protocol !== "https:" || from.protocol === "https:";
}
