import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** Prisma's PostgreSQL adapter, mended in the three places where migrations fail with it. */
export class MigrationAdapter extends PrismaPg {
  /** What PostgreSQL said about the script that failed; the engine loses it. */
  complaint: string | undefined;
  private readonly open: pg.Pool[] = [];
  private readonly shadows: string[] = [];

  constructor(private readonly url: string) {
    super({ connectionString: url });
  }

  override async connect(): Promise<Adapter> {
    return this.connectTo(this.url);
  }

  // 1. The adapter tries to drop the shadow database while its own pool still holds it.
  override async connectToShadowDb(): Promise<Adapter> {
    const name = `guide_shadow_${process.pid}_${Date.now()}`;
    await this.run(`CREATE DATABASE ${name}`);
    this.shadows.push(name);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return this.connectTo(url.href);
  }

  /** Ends the connections and drops the shadow databases; the engine does neither. */
  async close(): Promise<void> {
    await Promise.all(this.open.map((pool) => pool.end()));
    for (const name of this.shadows) await this.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }

  private async run(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5000 });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  private async connectTo(url: string): Promise<Adapter> {
    const pool = readChars(new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5000, max: 3 }));
    pool.on("error", () => {}); // idle connections that go with their database
    this.open.push(pool);
    const adapter = await new PrismaPg(pool).connect();
    // 2. It cuts a script at every ";" and sends the pieces one by one: that breaks functions,
    // and leaves half a migration behind when one piece fails. Sent whole, a script is one transaction.
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        this.complaint = error instanceof Error ? error.message : String(error);
        throw error;
      });
    };
    nameChars(adapter);
    return adapter;
  }
}

// 3. It does not know PostgreSQL's one-byte "char" (18), which the catalogue is full of. It is
// let through as bpchar (1042), and given its type when the rows are on their way to the engine.
const charColumns = new WeakMap<object, number[]>();

function readChars(pool: pg.Pool): pg.Pool {
  const query: (config: string | pg.QueryConfig) => Promise<pg.QueryResult | pg.QueryResult[]> = pool.query.bind(pool);
  return Object.assign(pool, {
    query: async (config: string | pg.QueryConfig) => {
      const result = await query(config);
      for (const { fields, rows } of Array.isArray(result) ? result : [result]) {
        const chars = fields.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
        for (const index of chars) Object.assign(fields[index] ?? {}, { dataTypeID: 1042 });
        charColumns.set(rows, chars);
      }
      return result;
    },
  });
}

function nameChars(adapter: Adapter): void {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}
