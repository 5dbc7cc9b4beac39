import { Prisma, type Transaction } from "./db";

type Rows = {
  Organization: Prisma.OrganizationCreateManyInput;
  Phone: Prisma.PhoneCreateManyInput;
  Schedule: Prisma.ScheduleCreateManyInput;
  Language: Prisma.LanguageCreateManyInput;
  Recognition: Prisma.RecognitionCreateManyInput;
  Location: Prisma.LocationCreateManyInput;
  Address: Prisma.AddressCreateManyInput;
  Service: Prisma.ServiceCreateManyInput;
  Attribute: Prisma.AttributeCreateManyInput;
  CostOption: Prisma.CostOptionCreateManyInput;
  ServiceAtLocation: Prisma.ServiceAtLocationCreateManyInput;
  Conflict: Prisma.ConflictCreateManyInput;
  Translation: Prisma.TranslationCreateManyInput;
  Citation: Prisma.CitationCreateManyInput;
  RecordVersion: Prisma.RecordVersionCreateManyInput;
  Revision: Prisma.RevisionCreateManyInput;
};
type Table = keyof Rows;

/**
 * Inserts many rows in one statement with one value, which PostgreSQL takes apart: for thousands of rows ten times as
 * quick as createMany, which makes a parameter of every column. All rows have the same columns, and an `id` of their own
 * where the table has one.
 * @param known what to do with rows whose key is there already: refuse (throws), skip or replace them
 */
export async function insertRows<T extends Table>(transaction: Transaction, table: T, rows: Rows[T][], known: "refuse" | "skip" | "replaceById" = "refuse"): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first).map((name) => `"${name}"`);
  const columns = Prisma.raw(names.join(", "));
  const name = Prisma.raw(`"${table}"`);
  const onConflict = {
    refuse: "",
    skip: "ON CONFLICT DO NOTHING",
    replaceById: `ON CONFLICT (id) DO UPDATE SET ${names.map((column) => `${column} = EXCLUDED.${column}`).join(", ")}`,
  }[known];
  await transaction.$executeRaw`INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb) ${Prisma.raw(onConflict)}`;
}
