import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { findDuplicates, type Sought } from "./duplicates";
import { freeListingSlug } from "./listingSlug";
import { approveRevision } from "./revisions/decide";
import { saveRevision } from "./revisions/save";
import type { Actor, Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const find = async (sought: Partial<Sought>) => (await findDuplicates({ id: "none", name: "", phones: [], addresses: [], ...sought })).map(({ name, why }) => [name, why]);

async function propose(name: string, slug: string) {
  const document = {
    slug, kind: "provider", position: 900, name, alternateName: "QXZ", grade: "C", phones: [{ number: "(213) 555-0187" }],
    locations: [{ address1: "4711 W. Quixote Street", city: "Testville", stateProvince: "CA", postalCode: "90012" }],
    services: [{ needs: [], text: { en: { name: "Help" }, es: { name: "Ayuda" } } }], text: { en: {}, es: {} }, sources: {},
  };
  const saved = await saveRevision(person("contributor"), { entity: "Organization", entityId: randomUUID(), base: 0, document, intent: "submit", sourceKey: "secondary-listing" });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return saved;
}

beforeAll(async () => {
  const { revisionId, version } = await propose("Quixote Núñez House of Aid", "quixote");
  await approveRevision(person("editor"), revisionId, version);
  await propose("Wholly Unheard Helpers", "wholly-unheard-helpers");
});

describe("near-duplicates", () => {
  const found = ["Quixote Núñez House of Aid"];
  it.each([
    ["the same number, however it is written", { phones: ["1-213-555-0187"] }, [[...found, "phone"]]],
    ["the same house, nearly the same street", { addresses: [{ address1: "4711 West Quixote St, Suite 2", postalCode: "90012" }] }, [[...found, "address"]]],
    ["another house", { addresses: [{ address1: "4712 W. Quixote Street", postalCode: "90012" }] }, []],
    ["the same street elsewhere", { addresses: [{ address1: "4711 W. Quixote Street", postalCode: "90013" }] }, []],
    ["nearly the same name", { name: "quixote nunes house of aid" }, [[...found, "name"]]],
    ["a part of the name", { name: "Quixote Nunez" }, [[...found, "name"]]],
    ["the other name", { name: "QXZ" }, [[...found, "name"], ["Wholly Unheard Helpers", "name"]]],
    ["a listing that is only proposed", { name: "Wholly Unheard Helper" }, [["Wholly Unheard Helpers", "name"]]],
    ["something else", { name: "Zzyzx Road Friends", phones: ["213-555-0188"] }, []],
    ["nothing", {}, []],
  ])("%s", async (_, sought, answer) => {
    expect(await find(sought)).toEqual(answer);
  });

  it("a listing is none of itself, and is named once", async () => {
    const [listing] = await findDuplicates({ id: "none", name: "Quixote Núñez House of Aid", phones: ["213-555-0187"], addresses: [{ address1: "4711 W. Quixote Street", postalCode: "90012" }] });
    expect(listing).toMatchObject({ why: "phone", city: "Testville", hidden: false });
    expect(await find({ id: listing!.id, name: "Quixote Núñez House of Aid" })).toEqual([]);
  });

  it.each(["%", "'; DROP TABLE \"Organization\"; --", "\\", "🙂🙂🙂", "a".repeat(200)])("hostile %j finds nothing", async (text) => {
    expect(await find({ name: text, phones: [text], addresses: [{ address1: text, postalCode: text }] })).toEqual([]);
  });
});

describe("the address of a new listing", () => {
  it("is like no other's, proposed ones included", async () => {
    expect(await freeListingSlug("none", "Quixote!")).toBe("quixote-2");
    expect(await freeListingSlug("none", "Wholly Unheard Helpers")).toBe("wholly-unheard-helpers-2");
    expect(await freeListingSlug("none", "Núñez & Co.")).toBe("nunez-co");
    expect(await freeListingSlug("none", "한인타운")).toBe("listing");
  });
});
