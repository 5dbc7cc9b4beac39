// What every answer of the staff area carries, and what no stranger can send to it.
import { samplePaths } from "./addresses.ts";
import { expect, test } from "./colleagues.ts";
import { builtActions, guideOrigin, newPerson, postAction, signInByRequest } from "./staffRequest.ts";

test("no other site frames it, nothing keeps it, nobody finds it, and only its own scripts run", async ({ own }) => {
  const listing = await own.listing();
  const editor = await newPerson();
  await signInByRequest(editor, "editor");
  for (const [path, frames] of [
    ["/admin", "'none'"], ["/admin/listings", "'none'"], [`/admin/listings/${listing.id}`, "'none'"], ["/admin/revisions", "'none'"], [`/admin/preview/${listing.revisionId}`, "'self'"], [`/admin/preview/frame/es/${listing.revisionId}`, "'self'"],
  ] as const) {
    const [first, second] = [await editor.get(path), await editor.get(path)];
    expect(first.status(), path).toBe(200);
    const headers = first.headers();
    expect(headers["cache-control"], path).toBe("no-store");
    expect(headers["x-robots-tag"], path).toContain("noindex");
    expect(headers["x-frame-options"], path).toBe(frames === "'self'" ? "SAMEORIGIN" : "DENY");
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain(`frame-ancestors ${frames}`);
    const nonceIn = (csp = "") => /script-src 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic'(;|$)/.exec(csp)?.[1];
    const nonce = nonceIn(policy);
    expect(nonce, path).toBeTruthy();
    expect(nonceIn(second.headers()["content-security-policy"]), path).not.toBe(nonce);
    const html = await first.text();
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    for (const tag of scripts) expect(tag, path).toContain(`nonce="${nonce}"`);
    expect(html, path).not.toMatch(/<[^>]+\s(on[a-z]+|style)=/i);
  }
  await editor.dispose();
});

test("what another site sends in the name of somebody who is signed in is refused", async ({ own }) => {
  const listing = await own.listing();
  const editor = await newPerson();
  await signInByRequest(editor, "editor");
  const hide = builtActions().get("hideRecord")!;
  const form = { [`$ACTION_ID_${hide.id}`]: "", entity: "Organization", id: listing.id, version: "0", reason: "No reason" };
  const page = `/admin/listings/${listing.id}`;
  for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, {}, { origin: `${guideOrigin()}.evil.example` }] as Record<string, string>[]) {
    expect((await editor.post(page, { headers, multipart: form })).status(), JSON.stringify(headers)).toBe(403);
    expect((await editor.post(page, { headers: { ...headers, "next-action": hide.id, "content-type": "text/plain" }, data: "[]" })).status(), JSON.stringify(headers)).toBe(403);
    expect((await editor.post("/admin/imports/upload", { headers, multipart: { kind: "csv" } })).status(), JSON.stringify(headers)).toBe(403);
  }
  expect((await editor.get(listing.path.en)).status()).toBe(200);
  // The same from the page itself does what it says.
  await postAction(editor, hide, { entity: "Organization", id: listing.id, version: "0", reason: "A reason" }, page);
  expect((await editor.get(listing.path.en)).status()).toBe(404);
  await editor.dispose();
});

test("no page of residents says who wrote it", async ({ own, request }) => {
  const [listing, section] = [await own.listing(), await own.section()];
  const people = await own.data.db.staffMember.findMany({ select: { id: true, name: true, email: true } });
  for (const path of [...samplePaths, ...Object.values(listing.path), ...Object.values(section.path)]) {
    const html = await (await request.get(path)).text();
    expect(people.flatMap(({ id, name, email }) => [id, name, email]).filter((word) => html.includes(word)), path).toEqual([]);
  }
});

test("a form with what no database can hold is answered with a sentence", async ({ own }) => {
  const { id } = await own.listing();
  const { revisionId, version } = await own.propose("Organization", id, { name: "Another House" });
  const context = await newPerson();
  await signInByRequest(context, "editor");
  const response = await postAction(context, builtActions().get("rejectRevision")!, { id: revisionId, version: String(version), reason: "a\0b" });
  expect(response.status()).toBeLessThan(500);
  await context.dispose();
});
