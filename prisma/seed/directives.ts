import type { Content } from "../content.ts";
import { forget, releaseSlugs, seedCitations, seedTexts } from "./texts.ts";
import type { Transaction } from "../../data/db.ts";
import { eachLocale } from "../../lib/locales.ts";

type Directive = Content["directives"][number];

/** The acts of the City and what each orders. */
export async function seedDirectives(db: Transaction, { directives }: Content): Promise<void> {
  await releaseSlugs(db, "Directive");
  const ids = new Map<string, string>();
  for (const directive of directives) ids.set(directive.key, await seedDirective(db, directive));
  const gone = await db.directive.findMany({ where: { key: { notIn: directives.map(({ key }) => key) } }, select: { id: true, provisions: { select: { id: true } } } });
  await forget(
    db,
    "Provision",
    gone.flatMap(({ provisions }) => provisions.map(({ id }) => id)),
  );
  await forget(
    db,
    "Directive",
    gone.map(({ id }) => id),
  );
  await db.directive.updateMany({ where: { madeLawById: { in: gone.map(({ id }) => id) } }, data: { madeLawById: null } });
  await db.directive.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  // Only now does every act exist that another one may name.
  for (const { key, facts } of directives)
    await db.directive.update({ where: { key }, data: { madeLawById: facts.madeLawBy ? ids.get(facts.madeLawBy)! : null }, select: { id: true } });
}

async function seedDirective(db: Transaction, { key, facts, words }: Directive): Promise<string> {
  const row = { position: facts.position, issuedOn: facts.issuedOn, status: facts.status };
  const { id: directiveId } = await db.directive.upsert({ where: { key }, create: { key, ...row }, update: row, select: { id: true } });
  await seedTexts(
    db,
    "Directive",
    directiveId,
    eachLocale((locale) => {
      const { slug: _, provisions: __, ...text } = words[locale];
      return text;
    }),
    eachLocale((locale) => words[locale].slug),
  );
  await seedCitations(db, "Directive", directiveId, { text: facts.sources });
  for (const [position, provision] of facts.provisions.entries()) {
    const row = { position, group: provision.group ?? null, quotation: provision.quotation ?? null };
    const { id } = await db.provision.upsert({
      where: { directiveId_key: { directiveId, key: provision.key } },
      create: { directiveId, key: provision.key, ...row },
      update: row,
      select: { id: true },
    });
    await seedTexts(
      db,
      "Provision",
      id,
      eachLocale((locale) => words[locale].provisions[provision.key]!),
    );
    await seedCitations(db, "Provision", id, { text: provision.sources ?? facts.sources });
  }
  const gone = await db.provision.findMany({ where: { directiveId, key: { notIn: facts.provisions.map((provision) => provision.key) } }, select: { id: true } });
  await forget(
    db,
    "Provision",
    gone.map(({ id }) => id),
  );
  await db.provision.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  return directiveId;
}
