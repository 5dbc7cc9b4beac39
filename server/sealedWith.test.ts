import { symmetricEncrypt } from "better-auth/crypto";
import { afterEach, expect, it } from "vitest";
import { withClient } from "./auditRows.ts";
import { Failure } from "./failure.ts";
import { secretRemark } from "./sealedWith.ts";

const url = process.env.DATABASE_URL ?? "";
const secret = "a secret of forty characters, or so many";
const before = process.env.STAFF_SECRET;
afterEach(() => void (process.env.STAFF_SECRET = before ?? ""));

it("says when second factors were sealed with another secret, and nothing else", async () => {
  process.env.STAFF_SECRET = secret;
  expect(await secretRemark(url)).toBeNull();
  const sealed = await symmetricEncrypt({ key: secret, data: "JBSWY3DPEHPK3PXP" });
  await withClient(url, async (client) => {
    await client.query(`INSERT INTO "StaffMember" (id, name, email, role) VALUES ('sealed', 'Ana', 'sealed@example.org', 'editor')`);
    await client.query(`INSERT INTO "StaffSecondFactor" (id, secret, "backupCodes", "userId") VALUES ('sealed', $1, '', 'sealed')`, [sealed]);
  });
  expect(await secretRemark(url)).toBeNull();
  process.env.STAFF_SECRET = `another ${secret}`;
  expect(await secretRemark(url)).toContain("is not the one");
  process.env.STAFF_SECRET = "short";
  await expect(secretRemark(url)).rejects.toThrow("STAFF_SECRET has 5 characters, and needs 32 or more");
  await expect(secretRemark(url)).rejects.toBeInstanceOf(Failure);
});
