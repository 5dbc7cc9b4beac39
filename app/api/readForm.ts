const types = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/**
 * The fields of a form that a page of ours sent, without scripts.
 * @param limit the most bytes that it may have
 * @returns null: not from here, no form, too large, damaged, a file in it, or the same field twice
 */
export async function readForm(request: Request, limit: number): Promise<Record<string, string> | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!isFromHere(request.headers) || !types.test(type)) return null;
  const body = await readAtMost(request, limit);
  const form = body && (await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null));
  if (!form) return null;
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value !== "string" || fields.has(name)) return null;
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

/** Resident pages send "Origin: null", because they tell nobody where a reader was; what a browser does not send proves nothing. */
function isFromHere(headers: Headers): boolean {
  const [site, origin] = [headers.get("sec-fetch-site"), headers.get("origin")];
  if (site && site !== "same-origin" && site !== "none") return false;
  if (!origin || origin === "null") return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host")?.toLowerCase();
}

async function readAtMost(request: Request, limit: number): Promise<Blob | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return new Blob(pieces);
    size += piece.value.length;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    pieces.push(piece.value);
  }
}
