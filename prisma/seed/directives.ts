import type { Content } from "../content.ts";
import { forget, putStarter, untouched } from "./starter.ts";
import type { Transaction } from "../../data/db.ts";
import { documents } from "../../lib/documents.ts";
import { eachLocale } from "../../lib/locales.ts";

/** The acts of the City and what each orders. @returns how many records were left to staff */
export async function seedDirectives(transaction: Transaction, { directives: files }: Content): Promise<number> {
  const known = new Map((await transaction.directive.findMany({ select: { id: true, key: true } })).map(({ key, id }) => [key, id]));
  const acts = await putStarter(
    transaction,
    "Directive",
    files.map(({ key, facts: { provisions: _, ...facts }, words }) => ({
      id: known.get(key) ?? null,
      document: documents.Directive.parse({
        key,
        ...facts,
        slug: eachLocale((locale) => words[locale].slug),
        text: eachLocale((locale) => {
          const { slug: _, provisions: __, ...text } = words[locale];
          return text;
        }),
      }),
    })),
  );
  const old = new Map((await transaction.provision.findMany({ select: { id: true, directiveId: true, key: true } })).map(({ directiveId, key, id }) => [`${directiveId} ${key}`, id]));
  const provisions = files.flatMap(({ facts, words }, index) => {
    const directiveId = acts.ids[index]!;
    return facts.provisions.map(({ sources, ...provision }, position) => ({
      id: old.get(`${directiveId} ${provision.key}`) ?? null,
      document: documents.Provision.parse({ directiveId, position, ...provision, text: eachLocale((locale) => words[locale].provisions[provision.key]!), sources: sources ?? facts.sources }),
    }));
  });
  const written = await putStarter(transaction, "Provision", provisions);
  await removeGone(transaction, new Set(written.ids), new Set(acts.ids));
  return acts.left + written.left;
}

async function removeGone(transaction: Transaction, provisions: Set<string>, directives: Set<string>): Promise<void> {
  const all = await transaction.provision.findMany({ select: { id: true } });
  const goneProvisions = await untouched(transaction, "Provision", all.flatMap(({ id }) => (provisions.has(id) ? [] : [id])));
  await forget(transaction, "Provision", goneProvisions);
  await transaction.provision.deleteMany({ where: { id: { in: goneProvisions } } });
  // An act goes when nothing of it is left.
  const empty = await transaction.directive.findMany({ where: { id: { notIn: [...directives] }, provisions: { none: {} } }, select: { id: true } });
  const gone = await untouched(transaction, "Directive", empty.map(({ id }) => id));
  await forget(transaction, "Directive", gone);
  await transaction.directive.updateMany({ where: { madeLawById: { in: gone } }, data: { madeLawById: null } });
  await transaction.directive.deleteMany({ where: { id: { in: gone } } });
}
