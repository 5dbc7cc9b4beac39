import { defineConfig, globalIgnores } from "eslint/config";
import next from "eslint-config-next";
import tseslint from "typescript-eslint";

export default defineConfig([
  globalIgnores([".next/", ".next-*/", ".data/", "data/generated/", "next-env.d.ts", "test-results/"]),
  ...next,
  ...tseslint.configs.strict,
  {
    rules: {
      // Names that begin with _ are left out on purpose, as in const { id: _, ...rest }.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // Indexed access is checked by noUncheckedIndexedAccess; "!" says that the line above has looked.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Links are plain <a>: resident pages ship no script of ours or Next's (docs/decisions/0006-resident-pages.md).
      "@next/next/no-html-link-for-pages": "off",
    },
  },
]);
