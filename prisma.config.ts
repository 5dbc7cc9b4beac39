import { defineConfig } from "prisma/config";

// The CLI would download a native schema engine for commands that we never use;
// `prisma generate` only looks whether the file exists (docs/decisions/0002-data.md).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
