import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** What must notice a broken check engine: its own tests, and no other. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: [
      "tests/checks/**/*.test.ts",
      "tests/domain/{assessment,policy,requirement,security-level}/**/*.test.ts",
    ],
    // Properties draw hundreds of cases: too slow to run once per mutant; parity reads sources, which mutants change.
    exclude: ["**/*properties*.test.ts", "**/*engine*.test.ts", "tests/checks/parity.test.ts"],
  },
});
