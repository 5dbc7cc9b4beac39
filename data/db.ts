import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client.ts";

/**
 * The one connection to the database. Everything outside data/ asks the functions beside this file.
 * Limits: connecting 2 s, a statement 5 s, waiting for an answer 4.5 s (the server cannot keep its own limit
 * when it hangs), because the driver's defaults are none. The press, for which nobody waits, may take longer.
 */
function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set. `npm start` and `npm run dev` set it.");
  const limit = Number(process.env.DATABASE_STATEMENT_SECONDS || 5) * 1000;
  const adapter = new PrismaPg(
    { connectionString, max: 5, connectionTimeoutMillis: 2000, statement_timeout: limit, query_timeout: limit - 500 },
    // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
    { onPoolError: (error) => console.error(`database: ${error.message}`) },
  );
  // Minimal: a long error message would print what somebody searched for.
  // A transaction of many statements may take longer than one of them, and wait for its turn.
  return new PrismaClient({ adapter, errorFormat: "minimal", transactionOptions: { maxWait: 5_000, timeout: Math.max(15_000, limit) } });
}

// Development reloads modules; one pool must survive that.
const keep = globalThis as { db?: PrismaClient };
export const db = (keep.db ??= connect());
export { Prisma };
export type Transaction = Prisma.TransactionClient;
