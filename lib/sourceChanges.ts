import { z } from "zod";
import { listedFacts } from "./content.ts";

/** What came, went and stayed of the sources of one fact; fact null: of a text, whose sources are for the whole of it. Keys of sources. */
export type SourceChange = { fact: string | null; added: string[]; removed: string[]; kept: string[] };

const keys = z.array(z.string());
const keysByFact = z.union([keys.transform((own) => new Map<string | null, string[]>([[null, own]])), z.record(z.string(), keys).transform((facts) => new Map<string | null, string[]>(Object.entries(facts)))]).catch(new Map());

const place = (fact: string | null) => {
  const at = listedFacts.findIndex((listed) => listed === fact);
  return at < 0 ? listedFacts.length : at;
};

/** How the sources of two documents differ, fact by fact in the order in which facts are shown. The sources of a fact are a set. */
export function sourceChanges(before: unknown, after: unknown): SourceChange[] {
  const [old, fresh] = [keysByFact.parse(before), keysByFact.parse(after)];
  const facts = [...new Set([...old.keys(), ...fresh.keys()])].sort((a, b) => place(a) - place(b));
  return facts.map((fact) => {
    const [from, to] = [new Set(old.get(fact)), new Set(fresh.get(fact))];
    return { fact, added: [...to].filter((key) => !from.has(key)), removed: [...from].filter((key) => !to.has(key)), kept: [...to].filter((key) => from.has(key)) };
  });
}
