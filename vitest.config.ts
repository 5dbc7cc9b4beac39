import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["node_modules/**", ".next*/**", ".data/**", "e2e/**"],
    globalSetup: "e2e/unitDatabase.ts",
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
