/** The sender of a request, as the site process names it: a keyed hash of the address. Without that process: one for all. */
export const senderOf = (headers: Headers) => headers.get("x-client-key") ?? "local";
