// Does the jobs that the studio has left in the database, and ends. A job that was broken off is still marked as under way:
// nothing of it was kept, and the next press takes it up again.
import pg from "pg";
import { giveUpJobs, removeOld, takeJobs } from "../data/imports/press.ts";
import { eachLocale } from "../lib/locales.ts";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };

/** Any number, the same for every press: one works at a time. The lock goes with the process, however it ends. */
const lockNumber = 2_026_112_202;
const words = { en, es };
const serviceName = (kind: "provider" | "hotline") => eachLocale((locale) => words[locale].Staff.Imports.serviceName[kind]);

const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 5_000 });
client.on("error", () => process.exit(1));
await client.connect();
const { rows } = await client.query<{ free: boolean }>("SELECT pg_try_advisory_lock($1) AS free", [lockNumber]);
if (rows[0]?.free) {
  if (process.argv.includes("--give-up")) await giveUpJobs();
  await takeJobs({ provider: serviceName("provider"), hotline: serviceName("hotline") });
  await removeOld();
}
process.exit(0);
