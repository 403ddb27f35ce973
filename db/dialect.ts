/**
 * One process serves one dialect: `postgres://…` (or `pglite:` in tests) makes it PostgreSQL, anything else
 * is a SQLite file. Decided once, because drizzle's column builders differ per dialect.
 */
export type Dialect = "sqlite" | "postgres";

export function dialectOf(url: string | undefined): Dialect {
  return /^(postgres(ql)?:\/\/|pglite:)/.test(url ?? "") ? "postgres" : "sqlite";
}

export const dialect: Dialect = dialectOf(process.env.DATABASE_URL);
