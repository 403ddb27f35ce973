import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** Suites that touch the database run once per dialect: PGlite stands in where no server is named. */
const database = ["tests/db/**/*.test.ts", "tests/use-cases/**/*.test.ts"];
const postgresUrl = process.env.TEST_DATABASE_URL ?? "pglite:";

const PATIENCE_MS = 180_000;

/** All files of a dialect share one worker and one database: see tests/builders/database.ts. */
const oneDatabase = { isolate: false, fileParallelism: false };

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    // `npm test` switches it on for the core's own tests; what decides may have no path that no test takes.
    coverage: {
      provider: "v8",
      include: ["app/domain/{assessment,requirement,security-level}/**/*.ts"],
      reporter: [["text", { skipFull: true }]],
      reportsDirectory: ".cache/coverage",
      reportOnFailure: true,
      thresholds: { perFile: true, branches: 100, functions: 100, lines: 100 },
    },
    // A test that hangs ends; how long one takes is no question here, because other work shares the machine.
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    setupFiles: ["tests/builders/same-draws.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "core",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...database, "**/node_modules/**", "tests/journeys/**", "tests/routes/**"],
          // Pure code shares its imports: a registry per test file would take longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "sqlite",
          include: database,
          env: { DATABASE_URL: "file::memory:" },
          ...oneDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: database,
          env: { DATABASE_URL: postgresUrl },
          ...oneDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "routes",
          include: ["tests/routes/**/*.test.ts"],
        },
      },
    ],
  },
});
