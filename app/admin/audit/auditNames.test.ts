import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { actorName } from "./auditNames";
import messages from "@/messages/en.json";

it("says who did it, and never that the guide did what somebody outside did", () => {
  const t = createTranslator({ locale: "en", messages, namespace: "Staff.Audit" });
  const line = { sequence: 1, at: new Date(), actorId: null, action: "content.load", entity: null, entityId: null, detail: {}, name: null, title: null };
  const { itself, somebody, organization } = messages.Staff.Audit;
  expect(actorName(t, line)).toBe(itself);
  expect(actorName(t, { ...line, actorId: "1", name: "Ana" })).toBe("Ana");
  expect(actorName(t, { ...line, actorId: "gone" })).toBe(somebody);
  expect(actorName(t, { ...line, action: "signIn.failed", detail: { step: "password" } })).toBe(somebody);
  expect(actorName(t, { ...line, action: "listing.verify", detail: { method: "organization" } })).toBe(organization);
  expect(actorName(t, { ...line, action: "revision.submit", detail: { origin: "organization" } })).toBe(organization);
});
