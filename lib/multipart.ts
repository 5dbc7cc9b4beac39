/** A form with one file, as browsers send it (RFC 7578). `file`: its name; what stands in it went to `onFile`. */
export type MultipartForm = { fields: Record<string, string>; file: string | null };

const longestHead = 4 * 1024;
const longestField = 4 * 1024;

/** The boundary that a content type names, or null where it is no multipart form. */
export function boundaryOf(contentType: string | null): string | null {
  const [, quoted, plain] = contentType?.match(/^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i) ?? [];
  return quoted ?? plain ?? null;
}

/**
 * Reads a multipart form piece by piece, so that a large file never stands in memory.
 * @param onFile takes the file as it comes
 * @returns null: damaged, more than one file, or fields longer than they can be
 */
export async function readMultipart(body: AsyncIterable<Uint8Array>, boundary: string, onFile: (piece: Buffer) => Promise<void>): Promise<MultipartForm | null> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const form: MultipartForm = { fields: {}, file: null };
  // The first boundary has no line end before it.
  let rest = Buffer.from("\r\n");
  let part: { name: string; isFile: boolean; text: Buffer } | "before" | "head" | "after" = "before";

  /** Takes what is surely content of the part that is open. */
  const take = async (content: Buffer): Promise<boolean> => {
    if (typeof part === "string") return true;
    if (part.isFile) await onFile(content);
    else part.text = Buffer.concat([part.text, content]);
    return part.text.length <= longestField;
  };

  for await (const piece of body) {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      if (part === "after") {
        rest = Buffer.alloc(0);
        break;
      }
      if (part === "head") {
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0 && rest.length < longestHead) break;
        const head: { name: string; fileName: string | null } | null = end < 0 ? null : headOf(rest.subarray(0, end).toString());
        if (!head || (head.fileName !== null && form.file !== null)) return null;
        if (head.fileName !== null) form.file = head.fileName;
        part = { name: head.name, isFile: head.fileName !== null, text: Buffer.alloc(0) };
        rest = rest.subarray(end + 4);
        continue;
      }
      const end = rest.indexOf(delimiter);
      if (end < 0) {
        const sure = Math.max(0, rest.length - delimiter.length);
        if (!(await take(rest.subarray(0, sure)))) return null;
        rest = rest.subarray(sure);
        break;
      }
      if (rest.length < end + delimiter.length + 2) break;
      if (!(await take(rest.subarray(0, end)))) return null;
      if (typeof part === "object" && !part.isFile) form.fields[part.name] = part.text.toString();
      rest = rest.subarray(end + delimiter.length);
      part = rest.subarray(0, 2).equals(Buffer.from("--")) ? "after" : "head";
      rest = rest.subarray(2);
    }
  }
  return part === "after" ? form : null;
}

function headOf(text: string): { name: string; fileName: string | null } | null {
  const [, disposition] = text.match(/^content-disposition:\s*form-data\s*;(.*)$/im) ?? [];
  const [, name] = disposition?.match(/\bname="([^"]*)"/i) ?? [];
  const [, fileName] = disposition?.match(/\bfilename="([^"]*)"/i) ?? [];
  return name === undefined ? null : { name, fileName: fileName ?? null };
}
