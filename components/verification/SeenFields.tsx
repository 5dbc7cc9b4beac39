import type { FactsHashes } from "@/lib/verification";

/** Which listing is confirmed, and what the person had before them. */
export function SeenFields({ id, seen, next }: { id: string; seen: FactsHashes; next: string }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="phones" value={seen.phones} />
      <input type="hidden" name="rest" value={seen.rest} />
      <input type="hidden" name="next" value={next} />
    </>
  );
}
