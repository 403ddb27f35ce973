/**
 * Why a request cannot be answered at all. `not-found` is also the answer for a foreign id, so that
 * nobody learns from the difference what another organisation has. `step-up` asks for the password first.
 */
export type AppErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "step-up"
  | "not-found"
  | "conflict"
  | "too-many-requests"
  | "unavailable";

export const STATUS_OF: Readonly<Record<AppErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  "step-up": 403,
  "not-found": 404,
  conflict: 409,
  "too-many-requests": 429,
  unavailable: 503,
};

export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message: string) {
    super(message);
    this.name = "AppError";
    this.code = code;
  }
}
