/** Walks `cause`, because drizzle wraps what the driver threw. */
function hasCode(error: unknown, ...codes: ReadonlyArray<string>): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && codes.includes(cause.code)) return true;
  }
  return false;
}

export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, "23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY");
}

export function isForeignKeyViolation(error: unknown): boolean {
  return hasCode(error, "23503", "SQLITE_CONSTRAINT_FOREIGNKEY");
}

/** PostgreSQL asks for another try: two serializable transactions met. */
export function isSerializationFailure(error: unknown): boolean {
  return hasCode(error, "40001", "40P01");
}

/** The database cannot be written or reached now: full or read-only disk, lock held elsewhere, server gone. */
export function isUnavailable(error: unknown): boolean {
  return hasCode(
    error,
    ...[
      "SQLITE_FULL",
      "SQLITE_READONLY",
      "SQLITE_BUSY",
      "SQLITE_IOERR",
      "SQLITE_CANTOPEN",
      "SQLITE_IOERR_WRITE",
    ],
    ...[
      "ECONNREFUSED",
      "ECONNRESET",
      "ETIMEDOUT",
      "57P01",
      "57P02",
      "57P03",
      "53300",
      "08006",
      "08001",
      "08003",
    ],
  );
}
