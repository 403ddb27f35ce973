import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** Suites that touch the database run once per dialect: PGlite stands in where no server is named. */
const database = ["tests/db/**/*.test.ts", "tests/use-cases/**/*.test.ts"];
const postgresUrl = process.env.TEST_DATABASE_URL ?? "pglite:";

/** All files of a dialect share one worker and one database: see tests/builders/database.ts. */
const oneDatabase = { isolate: false, fileParallelism: false };

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "core",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...database, "**/node_modules/**", "tests/journeys/**", "tests/routes/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "sqlite",
          include: database,
          env: { DATABASE_URL: "file::memory:" },
          testTimeout: 30_000,
          ...oneDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: database,
          env: { DATABASE_URL: postgresUrl },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...oneDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "routes",
          include: ["tests/routes/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
