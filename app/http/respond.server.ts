import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { AppError, STATUS_OF } from "~/domain/shared/app-error";
import type { Result } from "~/domain/shared/result";
import { paths } from "~/paths";
import type { Caller } from "~/use-cases/use-case.server";
import { isUnavailable } from "~db/errors";
import { requireCaller } from "./session.server";

export type RequestArgs = { request: Request; context: AppLoadContext };

/**
 * Runs one presenter or one use case for a request. An AppError becomes its HTTP status; without a session, or without a
 * password given a moment ago where it takes one, a page asks for it and comes back.
 */
export async function respond<T>(args: RequestArgs, work: (caller: Caller) => Promise<T>): Promise<T> {
  return translateErrors(args, async () => work(await requireCaller(args.request, args.context)));
}

/** The same for pages and changes that need nobody signed in. */
export async function respondOpenly<T>(args: RequestArgs, work: () => Promise<T>): Promise<T> {
  return translateErrors(args, work);
}

async function translateErrors<T>({ request }: RequestArgs, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) throw toResponse(new AppError("unavailable", "the database does not answer"));
    if (!(error instanceof AppError)) throw error;
    const askFirst = request.method === "GET" && !isFetch(request) ? pageBefore(error, request) : null;
    throw askFirst === null ? toResponse(error) : redirect(askFirst);
  }
}

/** Where a person gives what is missing, and goes on to what was asked for. */
function pageBefore(error: AppError, request: Request): string | null {
  const returnTo = pathOf(request);
  if (error.code === "unauthenticated") return paths.signIn({ returnTo });
  return error.code === "step-up" ? paths.confirmPassword({ returnTo, from: originOf(request) }) : null;
}

/** The page of ours that led here, where the browser tells. */
function originOf(request: Request): string | undefined {
  const referrer = request.headers.get("Referer") ?? "";
  if (!URL.canParse(referrer)) return undefined;
  const { host, pathname, search } = new URL(referrer);
  return host === new URL(request.url).host ? pathname + search : undefined;
}

function toResponse(error: AppError): Response {
  const headers = error.code === "unavailable" ? { "Retry-After": "5" } : undefined;
  return Response.json(
    { code: error.code, message: error.message },
    { status: STATUS_OF[error.code], headers },
  );
}

/** Scripts want a status, not a page: autosave keeps its queue and asks to sign in on its own. */
function isFetch(request: Request): boolean {
  return request.headers.get("X-Requested-With") === "cordon";
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/\.data$/, "") + search;
}

/** A local path to return to after signing in; anything else leads home. */
export function toLocalPath(candidate: string | null | undefined): string {
  if (!candidate?.startsWith("/") || candidate.startsWith("//") || candidate.includes("\\"))
    return paths.home();
  return candidate;
}

/** The members of a form post; repeated names become arrays, `a.b` becomes a nested member. */
export async function readForm(request: Request): Promise<Record<string, unknown>> {
  const form = new URLSearchParams(await request.text());
  const values: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    setMember(values, name.split("."), all.length > 1 ? all : all[0]);
  }
  return values;
}

function setMember(
  target: Record<string, unknown>,
  [head = "", ...rest]: ReadonlyArray<string>,
  value: unknown,
): void {
  if (head === "__proto__" || head === "constructor" || head === "prototype") return;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const next = target[head];
  const child = typeof next === "object" && next !== null && !Array.isArray(next) ? next : {};
  target[head] = child;
  // Just made, or an object this very function made before.
  setMember(child as Record<string, unknown>, rest, value);
}

/** Where a use case accepted: go on there. Where it refused: the same page with the refusal, status 422. */
export function answer<Outcome extends Result<unknown, unknown>>(
  outcome: Outcome,
  next: (value: AcceptedBy<Outcome>) => string,
) {
  // In both lines `ok` has just told which half it is; the generic type cannot follow.
  if (outcome.ok) return redirect(next(outcome.value as AcceptedBy<Outcome>), 303);
  return data({ refusal: outcome.refusal as RefusedBy<Outcome> }, { status: 422 });
}
type AcceptedBy<Outcome> = Extract<Outcome, { ok: true }> extends { value: infer Value } ? Value : never;
type RefusedBy<Outcome> =
  Extract<Outcome, { ok: false }> extends { refusal: infer Refusal } ? Refusal : never;
