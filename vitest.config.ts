import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["node_modules/**", ".next*/**", ".data/**", "e2e/**"],
    globalSetup: "e2e/unitDatabase.ts",
    setupFiles: "e2e/ownDatabase.ts",
    // It imports "next/navigation" without a file ending, which Node alone does not find.
    server: { deps: { inline: ["next-intl"] } },
    // Quicker to start than processes, and there are many files.
    pool: "threads",
    // More than cores: many wait for the database or for a clock.
    maxWorkers: 3,
    testTimeout: 30_000,
  },
});
