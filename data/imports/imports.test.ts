import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "../allow";
import { db } from "../db";
import { exportCsv, exportHsds } from "../exports";
import { getListing } from "../listings";
import { readDocument } from "../records";
import { approveRevision } from "../revisions/decide";
import { hideRecord } from "../revisions/hide";
import { getEditing } from "../revisions/read";
import { saveRevision } from "../revisions/save";
import { giveUpJobs, removeOld, takeJobs as takeJobsWith } from "./press";
import { getImport, listImportRows } from "./read";
import { preparedRow } from "./rows";
import { readShortChanges } from "./shortChanges";
import { approveImport, cancelImport, startCheck, submitImport } from "./steps";
import { readColumns, uploadImport } from "./upload";
import type { ImportKind } from "../generated/enums";
import { mostRows } from "@/lib/csv";
import type { Actor, Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben, eva] = [person("contributor"), person("editor"), person("editor")];
const takeJobs = () => takeJobsWith({ provider: { en: "Legal help", es: "Ayuda legal" }, hotline: { en: "Help by phone", es: "Ayuda por teléfono" } });
const folder = mkdtempSync(join(tmpdir(), "import-test-"));

async function upload(content: string | Uint8Array, kind: ImportKind = "csv", actor = ana): Promise<string> {
  const path = join(folder, randomUUID());
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  writeFileSync(path, bytes);
  const uploaded = await uploadImport(actor, { kind, fileName: "list.csv", size: bytes.length, source: { name: `A list ${randomUUID()}` } }, path);
  if ("problem" in uploaded) throw new Error(uploaded.problem);
  return uploaded.id;
}

/** Uploads, checks by the guessed columns, and says what came of it. */
async function check(content: string | Uint8Array, kind: ImportKind = "csv") {
  const id = await upload(content, kind);
  if (kind === "csv") {
    const head = await readColumns(id);
    if ("problem" in head) return { id, state: "uploaded", problem: head.problem, rows: [] };
    const step = await startCheck(ana, id, head.guesses);
    if (step !== "done") return { id, state: step, problem: null, rows: [] };
  }
  await takeJobs();
  const { state, problem } = (await getImport(id))!;
  return { id, state, problem, rows: await listImportRows(id, { verdict: null, page: 1 }) };
}

async function approve(id: string, actor = ben) {
  expect(await submitImport(ana, id)).toBe("done");
  return approveImport(actor, id, (await getImport(id))!.submittedAt!.toISOString());
}

const unique = () => `Test House ${randomUUID().slice(0, 8)}`;
const head = "name,phone,address,city,state,zip,service_name_en,service_name_es\n";
const row = (name: string, phone = "213-555-0134", zip = "90012") => `"${name}",${phone},1 Main St,Los Angeles,CA,${zip},Legal help,Ayuda legal\n`;
/** More rows than are written at once. */
const severalBatches = (name: string) => `name\n${Array.from({ length: 1500 }, (_, place) => `${name} ${place}\n`).join("")}`;
const bySlug = (slug: string) => db.organization.findUnique({ where: { slug }, select: { id: true, name: true } });
const named = (name: string) => db.organization.findMany({ where: { name }, select: { id: true, slug: true } });

describe("a file", () => {
  it("changes nothing before another person has approved it, and everything after", async () => {
    const name = unique();
    const { id, state, rows } = await check(head + row(name) + row(`${name} Two`, "213-555-0135"));
    expect([state, ...rows.map(({ verdict, line }) => [line, verdict])]).toEqual(["checked", [2, "new"], [3, "new"]]);
    expect(await named(name)).toEqual([]);
    expect(await submitImport(ana, id)).toBe("done");
    const submittedAt = (await getImport(id))!.submittedAt!.toISOString();
    await expect(approveImport(ana, id, submittedAt)).rejects.toThrow(NotAllowed);
    expect(await approveImport(ben, id, new Date(0).toISOString())).toBe("state");
    expect(await approveImport(ben, id, submittedAt)).toBe("done");
    expect(await approveImport(eva, id, submittedAt)).toBe("state");
    await takeJobs();
    expect((await getImport(id))?.state).toBe("applied");
    const [listing] = await named(name);
    expect((await getListing(listing!.slug, "es"))?.phones).toMatchObject([{ number: "+12135550134" }]);
    const [revision] = await db.revision.findMany({ where: { entityId: listing!.id }, select: { origin: true, authorIds: true, decidedById: true, sourceKey: true, state: true } });
    expect(revision).toEqual({ origin: "import", authorIds: [ana.id], decidedById: ben.id, sourceKey: `import-${id}`, state: "approved" });
    const actions = await db.auditEntry.findMany({ where: { entityId: id }, orderBy: { sequence: "asc" }, select: { action: true, detail: true } });
    expect(actions.map(({ action }) => action)).toEqual(["import.upload", "import.check", "import.submit", "import.approve", "import.apply"]);
    expect(actions.at(-1)?.detail).toMatchObject({ counts: { new: 2, changed: 0 } });
  });

  it("may not be approved by the editor who brought it", async () => {
    const id = await upload(head + row(unique()), "csv", ben);
    const columns = await readColumns(id);
    expect(await startCheck(ben, id, columns.guesses ?? null)).toBe("done");
    await takeJobs();
    expect(await submitImport(ana, id)).toBe("notOwn");
    expect(await submitImport(ben, id)).toBe("done");
    expect(await approveImport(ben, id, (await getImport(id))!.submittedAt!.toISOString())).toBe("own");
  });

  it("that is brought again changes nothing; one with another phone changes that", async () => {
    const name = unique();
    const first = await check(head + row(name));
    await approve(first.id);
    await takeJobs();
    const again = await check(head + row(name.toUpperCase().replace("TEST", "Test")) + row(name));
    expect(again.rows.map(({ verdict }) => verdict)).toEqual(["changed", "refused"]);
    expect((await check(head + row(name))).rows).toMatchObject([{ verdict: "same" }]);
    const changed = await check(head + row(name, "(213) 555-0199"));
    expect(changed.rows).toMatchObject([{ verdict: "changed", remarks: [{ kind: "field", path: "phones" }, { kind: "field", path: "sources.phone" }] }]);
    const numbers = (...all: string[]) => all.map((number) => expect.objectContaining({ number }));
    expect(await readShortChanges(changed.id, [2])).toEqual(new Map([[2, [{ path: "phones", before: numbers("+12135550134"), after: numbers("+12135550199") }]]]));
    expect([await readShortChanges(changed.id, [3]), await readShortChanges(first.id, [2])]).toEqual([new Map(), new Map()]);
    await approve(changed.id);
    await takeJobs();
    const [listing] = await named(name);
    const document = await readDocument(db, "Organization", listing!.id);
    expect(document?.phones[0]?.number).toBe("+12135550199");
    expect([document?.sources.phone, document?.sources.name]).toEqual([[`import-${changed.id}`], [`import-${first.id}`]]);
  });

  it("with a bad row changes nothing, and every bad row says why", async () => {
    const name = unique();
    const { id, state, rows } = await check(`${head}${row(name, "213-557-0001")}${row(`${name} B`, "12", "9")}short\n${row("")}${row(name)}`);
    expect(state).toBe("checked");
    expect(rows.map(({ line, verdict }) => [line, verdict])).toEqual([[2, "new"], [3, "refused"], [4, "refused"], [5, "refused"], [6, "refused"]]);
    expect(rows.map(({ remarks }) => remarks.map((remark) => [remark.kind, "column" in remark ? remark.column : ""]))).toEqual([
      [],
      [["fault", "phone_1"], ["fault", "address_1_zip"]],
      [["cells", ""]],
      [["fault", "name"]],
      [["repeated", ""]],
    ]);
    expect(await submitImport(ana, id)).toBe("bad");
    expect(await named(name)).toEqual([]);
  });

  it.each([
    ["only a header", head, "noRows"],
    ["blank lines alone", "\n\n , ,\n", "empty"],
    ["two columns of one name", "name,name\na,b\n", "repeatedColumn"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), "binary"],
  ])("of %s is refused as a whole", async (_, content, problem) => {
    expect(await check(content)).toMatchObject({ problem });
  });

  it("of nothing is not taken in, and one without a name cannot be checked", async () => {
    await expect(upload("")).rejects.toThrow("empty");
    expect((await check("phone,zip\n1,2\n")).state).toBe("noName");
    const id = await upload("name,slug\na,b\n");
    expect(await startCheck(ana, id, ["name", "name"])).toBe("twice");
    expect(await startCheck(ben, id, ["name", "slug"])).toBe("notOwn");
    expect(await startCheck(ana, id, ["name"])).toBe("done");
    await takeJobs();
    expect(await getImport(id)).toMatchObject({ state: "failed", problem: "columns" });
  });

  it("of more rows than are allowed is refused as a whole", async () => {
    expect(await check(`name\n${"One of too many\n".repeat(mostRows + 1)}`)).toMatchObject({ state: "failed", problem: "tooManyRows", rows: [] });
  });

  it("is read in the codings of spreadsheets", async () => {
    const name = `Cañón ${randomUUID().slice(0, 8)}`;
    expect((await check(`\uFEFF${head}${row(name)}`)).rows).toMatchObject([{ verdict: "new", name }]);
    expect((await check(Buffer.from((head + row(name)).replaceAll(",", ";").replaceAll("\n", "\r\n"), "latin1"))).rows).toMatchObject([{ verdict: "new", name }]);
  });

  it("that names no service makes listings with the usual one", async () => {
    const name = unique();
    const csv = await check(`name,kind,phone\n${name},,213-557-0101\n${name} Line,hotline,213-557-0102\n`);
    const hsds = await check(JSON.stringify([{ name: `${name} Three` }, { name: `${name} Four`, services: [{ name: "Counsel" }] }]), "hsds");
    expect([...csv.rows, ...hsds.rows].map(({ verdict, remarks }) => [verdict, ...remarks])).toEqual([["new"], ["new"], ["new"], ["new"]]);
    const made = await db.importRow.findMany({ where: { importId: { in: [csv.id, hsds.id] } }, orderBy: { name: "asc" }, select: { document: true } });
    const names = made.map(({ document }) => preparedRow.parse(document).listing.services.map(({ text }) => [text.en.name, text.es.name]));
    expect(names).toEqual([[["Legal help", "Ayuda legal"]], [["Legal help", "Ayuda legal"]], [["Help by phone", "Ayuda por teléfono"]], [["Legal help", "Ayuda legal"]]]);
  });

  it("that names one address of a page twice is refused there", async () => {
    const slug = `test-${randomUUID()}`;
    const { rows } = await check(`slug,${head}${slug},${row(unique(), "213-557-0002")}${slug},${row(unique())}`);
    expect(rows.map(({ verdict, remarks }) => [verdict, ...remarks])).toEqual([["new"], ["refused", { kind: "repeated", line: 2 }]]);
  });

  it("warns of listings that look the same", async () => {
    const { rows } = await check(head + row("The CHIRLA Bureau", "888-624-4752", "99999"));
    expect(rows[0]?.remarks).toMatchObject([{ kind: "near", because: "phone" }]);
  });

  it("does not touch a listing for which a proposal waits", async () => {
    const { id } = (await bySlug("chirla"))!;
    const editing = (await getEditing("Organization", id))!;
    const saved = await saveRevision(ana, { entity: "Organization", entityId: id, base: editing.version, document: { ...editing.approved!, alternateName: "Proposed" }, intent: "submit", sourceKey: "secondary-listing" });
    if (saved.kind !== "saved") throw new Error(saved.kind);
    expect((await check("slug,alternate_name\nchirla,Other\n")).rows).toMatchObject([{ verdict: "refused", remarks: [{ kind: "open", revisionId: saved.revisionId }] }]);
    await approveRevision(ben, saved.revisionId, saved.version);
  });
});

describe("an export", () => {
  const all = async (pieces: AsyncGenerator<string>) => {
    let text = "";
    for await (const piece of pieces) text += piece;
    return text;
  };

  it("that is brought back untouched changes nothing", async () => {
    await db.revision.deleteMany({ where: { openKey: { not: null } } });
    for (const [kind, text] of [["csv", await all(await exportCsv(ana))], ["hsds", await all(await exportHsds(ana))]] as const) {
      const { id, state } = await check(text, kind);
      expect(state).toBe("checked");
      const verdicts = (await getImport(id))!.verdicts;
      expect(await listImportRows(id, { verdict: "refused", page: 1 })).toEqual([]);
      expect(await listImportRows(id, { verdict: "changed", page: 1 })).toEqual([]);
      expect(verdicts).toEqual({ same: await db.organization.count({ where: { hidden: false } }) });
    }
    const [last] = await db.auditEntry.findMany({ where: { action: "export.make" }, orderBy: { sequence: "desc" }, take: 1, select: { detail: true, actorId: true } });
    expect(last).toMatchObject({ actorId: ana.id, detail: { format: "hsds" } });
  });

  it("leaves out what is hidden, and HSDS the streets of shelters", async () => {
    const name = unique();
    const { id } = await check(`slug,address_1_visibility,${head}test-${randomUUID()},area,${row(name).replace("1 Main St", "77 Secret Street")}`);
    await approve(id);
    await takeJobs();
    expect(await all(await exportCsv(ana))).toContain("77 Secret Street");
    const hsds = await all(await exportHsds(ana));
    expect(hsds).toContain(name);
    expect(hsds).not.toContain("Secret");
    const [listing] = await named(name);
    await hideRecord(ben, "Organization", listing!.id, "");
    expect((await all(await exportCsv(ana))) + (await all(await exportHsds(ana)))).not.toContain(name);
  });
});

describe("the federal roster", () => {
  it("is compared and changes nothing", async () => {
    const before = await db.revision.count();
    const recognized = await db.recognition.findFirstOrThrow({ where: { organization: { locations: { some: {} } } }, select: { organization: { select: { name: true, locations: { select: { address: { select: { city: true } } } } } } } });
    const { name, locations } = recognized.organization;
    const roster = `Organization Name,City,State,Zip,Date Recognized,Expiration Date,Status\n"${name}",${locations[0]!.address!.city},CA,90012,01/02/2019,01/03/2020,Active\nQuite New Center,Los Angeles,CA,90012,01/02/2020,01/02/2099,Active\nQuite Old Center,Los Angeles,CA,90012,01/02/2010,01/02/2020,Active\nFar Away,Boston,MA,02108,01/02/2020,01/02/2099,Active\nNo Date,Los Angeles,CA,90012,,,Active\n`;
    const { state, rows } = await check(roster, "dojRoster");
    expect(state).toBe("checked");
    const of = (verdict: string) => rows.filter((row) => row.verdict === verdict);
    expect(of("expired")).toMatchObject([{ line: 2, name, remarks: expect.arrayContaining([{ kind: "expired", on: "2020-01-03" }, expect.objectContaining({ kind: "date", field: "expiresOn", theirs: "2020-01-03" })]) }]);
    expect(of("new")).toMatchObject([{ line: 3, name: "Quite New Center", remarks: [{ kind: "place" }] }, { line: 4, name: "Quite Old Center", remarks: [{ kind: "place" }, { kind: "expired", on: "2020-01-02" }] }]);
    expect(of("refused")).toMatchObject([{ line: 6 }]);
    expect(of("gone").length).toBe((await db.recognition.count()) - 1);
    expect(await db.revision.count()).toBe(before);
    expect(await check("name,phone\na,b\n", "dojRoster")).toMatchObject({ state: "failed", problem: "roster" });
  });

  it("cannot be sent for approval", async () => {
    const { id } = await check("Organization Name,Expiration Date\nA,01/02/2099\n", "dojRoster");
    expect(await submitImport(ana, id)).toBe("state");
  });
});

describe("who may", () => {
  it("bring, approve and take out: each role its own", async () => {
    for (const role of ["translator", "counsel"] as const) {
      const actor = person(role);
      await expect(upload(head, "csv", actor)).rejects.toThrow(NotAllowed);
      await expect(startCheck(actor, "x", null)).rejects.toThrow(NotAllowed);
      await expect(submitImport(actor, "x")).rejects.toThrow(NotAllowed);
      await expect(cancelImport(actor, "x")).rejects.toThrow(NotAllowed);
      await expect(exportCsv(actor)).rejects.toThrow(NotAllowed);
      await expect(exportHsds(actor)).rejects.toThrow(NotAllowed);
    }
    await expect(approveImport(ana, "x", "")).rejects.toThrow(NotAllowed);
    await expect(approveImport({ ...ben, secondFactor: false }, "x", "")).rejects.toThrow(NotAllowed);
    expect(await approveImport(ben, "x", "")).toBe("state");
  });
});

it("what is long over keeps its record and loses its file", async () => {
  const { id } = await check(head + row(unique()));
  await db.import.update({ where: { id }, data: { uploadedAt: new Date("2020-01-01") }, select: { id: true } });
  await removeOld();
  const kept = await db.import.findUniqueOrThrow({ where: { id }, select: { state: true, file: true, _count: { select: { rows: true } } } });
  expect([kept.state, kept.file.length, kept._count.rows]).toEqual(["cancelled", 0, 0]);
  const entries = await db.auditEntry.findMany({ where: { entityId: id, action: "import.cancel" }, select: { actorId: true, detail: true } });
  expect(entries).toEqual([{ actorId: null, detail: { state: "checked" } }]);
});

describe("an import that is overtaken", () => {
  it("by a change of one listing writes nothing, and names it", async () => {
    const name = unique();
    const { id } = await check(`slug,alternate_name,${head}public-counsel,Moved,,,,,,,,\n,,${row(name)}`);
    const organization = (await bySlug("public-counsel"))!;
    await approve(id);
    const editing = (await getEditing("Organization", organization.id))!;
    await saveRevision(eva, { entity: "Organization", entityId: organization.id, base: editing.version, document: { ...editing.approved!, alternateName: "First" }, intent: "publish", sourceKey: "secondary-listing" });
    await takeJobs();
    expect(await getImport(id)).toMatchObject({ state: "failed", problem: "moved", verdicts: { refused: 1, new: 1 } });
    expect(await listImportRows(id, { verdict: "refused", page: 1 })).toMatchObject([{ line: 2, remarks: [{ kind: "moved" }] }]);
    expect(await named(name)).toEqual([]);
    expect((await readDocument(db, "Organization", organization.id))?.alternateName).toBe("First");
  });

  it("by another import of the same new listing writes nothing", async () => {
    const content = `slug,${head}test-${randomUUID()},${row(unique())}`;
    const [one, two] = [await check(content), await check(content)];
    await approve(one.id);
    await approve(two.id);
    await takeJobs();
    expect([(await getImport(one.id))?.state, (await getImport(two.id))?.state].sort()).toEqual(["applied", "failed"]);
  });

  it("by a wish to stop is cancelled at every step, and then nothing goes on", async () => {
    const name = unique();
    const steps = [
      async () => (await upload(head + row(name))),
      async () => (await check(head + row(name))).id,
      async () => {
        const { id } = await check(head + row(name));
        await approve(id);
        return id;
      },
    ];
    for (const begin of steps) {
      const id = await begin();
      expect(await cancelImport(person("contributor"), id)).toBe("notOwn");
      expect(await cancelImport(id.length % 2 ? ana : ben, id)).toBe("done");
      await takeJobs();
      expect(await getImport(id)).toMatchObject({ state: "cancelled", verdicts: {} });
      expect(await startCheck(ana, id, null)).toBe("state");
      expect(await cancelImport(ana, id)).toBe("state");
    }
    expect(await named(name)).toEqual([]);
  });

  it("by a wish to stop in the middle of writing leaves nothing", async () => {
    const name = unique();
    const { id } = await check(severalBatches(name));
    await approve(id);
    const writing = takeJobs();
    while ((await getImport(id))!.rowsDone === 0) await sleep(10);
    expect(await cancelImport(ben, id)).toBe("done");
    await writing;
    expect((await getImport(id))?.state).toBe("cancelled");
    expect(await db.organization.count({ where: { name: { startsWith: name } } })).toBe(0);
    expect(await db.revision.count({ where: { sourceKey: `import-${id}` } })).toBe(0);
  });

  it("by the death of the press leaves nothing, and is taken up again", async () => {
    const name = unique();
    const { id } = await check(severalBatches(name));
    await approve(id);
    const press = () => spawn(process.execPath, ["--import", "tsx", "server/press.ts"], { env: { ...process.env, DATABASE_STATEMENT_SECONDS: "60" }, stdio: "ignore" });
    const killed = press();
    while ((await getImport(id))!.rowsDone === 0) await sleep(10);
    killed.kill("SIGKILL");
    await new Promise((done) => killed.once("close", done));
    expect((await getImport(id))?.state).toBe("applying");
    expect(await db.organization.count({ where: { name: { startsWith: name } } })).toBe(0);
    const code = await new Promise((done) => press().once("close", done));
    expect([code, (await getImport(id))?.state]).toEqual([0, "applied"]);
    expect(await db.organization.count({ where: { name: { startsWith: name } } })).toBe(1500);
  }, 120_000);

  it("by its third failure is given up, and may be tried again", async () => {
    const id = await upload(head + row(unique()));
    const columns = await readColumns(id);
    await startCheck(ana, id, columns.guesses ?? null);
    await giveUpJobs();
    expect(await getImport(id)).toMatchObject({ state: "failed", problem: "stopped" });
    expect(await startCheck(ana, id, null)).toBe("done");
    await takeJobs();
    expect((await getImport(id))?.state).toBe("checked");
  });
});
