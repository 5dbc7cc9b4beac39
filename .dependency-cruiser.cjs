/**
 * Who may import whom (docs/decisions/0001-house.md):
 * app → components, data, i18n, lib · components → i18n, lib · data → lib · server → data, lib · lib, i18n → lib
 */
const ours = "^(app|components|data|lib|i18n|server|prisma|edition|print|browser|bench|e2e)/";
const only = (room, allowed) => ({
  name: `${room}-imports`,
  comment: `${room}/ may import only from ${[room, ...allowed].join(", ")}`,
  severity: "error",
  from: { path: `^${room}/` },
  to: { path: ours, pathNot: `^(${[room, ...allowed].join("|")})/` },
});

module.exports = {
  forbidden: [
    only("app", ["components", "data", "i18n", "lib"]),
    only("components", ["i18n", "lib"]),
    only("data", ["lib"]),
    only("i18n", ["lib"]),
    only("lib", []),
    only("server", ["data", "lib", "edition", "print"]),
    {
      name: "one-door-to-the-database",
      comment: "Prisma is reached through data/ only",
      severity: "error",
      // Tests look into the database to see what was kept.
      from: { pathNot: "^(data|prisma|server|bench|e2e)/|[.]test[.]ts$" },
      to: { path: ["^data/generated/", "^data/db\\.ts$", "node_modules/@prisma/client", "node_modules/pg/"] },
    },
    {
      name: "words-are-given",
      comment: "data/ and lib/ know no words of screens: whoever calls them gives them",
      severity: "error",
      from: { path: "^(data|lib)/", pathNot: "[.]test[.]ts$" },
      to: { path: "^messages/" },
    },
    {
      name: "residents-load-nothing-of-staff",
      comment: "Residents' pages are made on the server only, and know nothing of the staff area",
      severity: "error",
      from: { path: "^(app/(\\[locale\\]|\\(root\\)|problem)|components/(ui|city|guide|directive|listing))/" },
      to: { path: "^(app/admin|components/(staff|listingForm|textForm|revision|verification|corrections))/" },
    },
    { name: "no-circular", comment: "Two files that need each other are one file", severity: "error", from: {}, to: { circular: true, pathNot: "^data/generated/" } },
    { name: "not-to-unresolvable", comment: "It does not exist (mdast is types alone)", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^mdast$" } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^data/generated"] },
    exclude: { path: ["^data/generated/internal"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], extensions: [".ts", ".tsx", ".mjs", ".js"] },
  },
};
