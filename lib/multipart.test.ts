import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryOf, readMultipart } from "./multipart.ts";

const boundary = "----x7";
const part = (head: string, content: Buffer | string) => Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(content), Buffer.from("\r\n")]);
const end = Buffer.from(`--${boundary}--\r\n`);

async function* inPieces(whole: Buffer, sizes: number[]) {
  for (let at = 0, turn = 0; at < whole.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    yield whole.subarray(at, at + size);
    at += size;
  }
}
async function read(whole: Buffer, sizes = [whole.length]) {
  const pieces: Buffer[] = [];
  const form = await readMultipart(inPieces(whole, sizes), boundary, async (piece) => void pieces.push(piece));
  return { form, file: Buffer.concat(pieces) };
}

describe("readMultipart", () => {
  it("reads fields and the file, however they are cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }), async (bytes, sizes) => {
        const content = Buffer.concat([Buffer.from("\r\n--"), Buffer.from(bytes), Buffer.from(`\r\n--${boundary.slice(0, 4)}`)]);
        const whole = Buffer.concat([part('name="a"', "sí"), part('name="file"; filename="lista ñ.csv"\r\nContent-Type: text/csv', content), part('name="b"', ""), end]);
        const { form, file } = await read(whole, sizes);
        expect(form).toEqual({ fields: { a: "sí", b: "" }, file: "lista ñ.csv" });
        expect(file.equals(content)).toBe(true);
      }),
    );
  });

  it("reads what a browser's own FormData makes", async () => {
    const data = new FormData();
    data.set("kind", "csv");
    data.set("file", new File(["a,b\r\n1,2\r\n"], "x.csv"));
    const request = new Request("http://localhost/", { method: "POST", body: data });
    const pieces: Buffer[] = [];
    const form = await readMultipart(request.body as unknown as AsyncIterable<Uint8Array>, boundaryOf(request.headers.get("content-type"))!, async (piece) => void pieces.push(piece));
    expect(form).toEqual({ fields: { kind: "csv" }, file: "x.csv" });
    expect(Buffer.concat(pieces).toString()).toBe("a,b\r\n1,2\r\n");
  });

  it.each([
    ["cut off", Buffer.concat([part('name="a"', "1")])],
    ["no form", Buffer.from("hello")],
    ["empty", Buffer.alloc(0)],
    ["two files", Buffer.concat([part('name="f"; filename="1"', "1"), part('name="g"; filename="2"', "2"), end])],
    ["a part without a name", Buffer.concat([part('filename="1"', "1"), end])],
    ["a field of a megabyte", Buffer.concat([part('name="a"', "x".repeat(1e6)), end])],
    ["a head of a megabyte", Buffer.concat([part(`name="${"x".repeat(1e6)}"`, "1"), end])],
  ])("refuses %s", async (_, whole) => {
    expect((await read(whole, [1024])).form).toBeNull();
  });
});

it.each([
  ['multipart/form-data; boundary=abc', "abc"],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
  ["application/x-www-form-urlencoded", null],
  [null, null],
])("the boundary of %s is %s", (type, boundary) => expect(boundaryOf(type)).toBe(boundary));
