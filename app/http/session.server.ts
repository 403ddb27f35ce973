import { randomUUID } from "node:crypto";
import { type AppLoadContext, createCookie } from "@remix-run/node";
import type { Actor } from "~/domain/access/role";
import { ABSOLUTE_MS, isLive } from "~/domain/access/session-lifetime";
import { isSteppedUp } from "~/domain/access/step-up";
import { AppError } from "~/domain/shared/app-error";
import { hashToken } from "~/use-cases/accounts/token.server";
import type { Caller, Visitor } from "~/use-cases/use-case.server";
import { findSession, listMemberships, type Membership, type Session } from "~db/repositories/sessions";
import { noteRequest } from "./last-requests.server";

/** A signed-in person with the organisation they act for, if they belong to any. */
export type SignedIn = {
  session: Session & { email: string; name: string };
  memberships: ReadonlyArray<Membership>;
  acting: Membership | undefined;
};

/** `__Host-` needs https; over plain http (a loopback address only, see the server) the name goes without. */
function cookieFor(context: AppLoadContext) {
  return createCookie(context.isSecure ? "__Host-cordon" : "cordon", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: context.isSecure,
    maxAge: ABSOLUTE_MS / 1000,
  });
}

export async function writeSessionCookie(context: AppLoadContext, token: string): Promise<string> {
  return cookieFor(context).serialize(token);
}

export async function clearSessionCookie(context: AppLoadContext): Promise<string> {
  return cookieFor(context).serialize("", { maxAge: 0 });
}

export async function readSessionToken(
  request: Request,
  context: AppLoadContext,
): Promise<string | undefined> {
  const token: unknown = await cookieFor(context).parse(request.headers.get("Cookie"));
  return typeof token === "string" && token.length > 0 && token.length < 200 ? token : undefined;
}

/**
 * Who is behind the cookie, or undefined. Memberships are read on every request: whoever was suspended or
 * removed loses access with the next one.
 */
export function findSignedIn(request: Request, context: AppLoadContext): Promise<SignedIn | undefined> {
  if (request.method !== "GET") return readSignedIn(request, context);
  const known = signedInOf.get(context) ?? readSignedIn(request, context);
  signedInOf.set(context, known);
  return known;
}

/** The loaders of one page ask together; the context is that of the one request. */
const signedInOf = new WeakMap<AppLoadContext, Promise<SignedIn | undefined>>();

async function readSignedIn(request: Request, context: AppLoadContext): Promise<SignedIn | undefined> {
  const token = await readSessionToken(request, context);
  if (!token) return undefined;
  const { database, now } = context;
  const session = await findSession(database.read, hashToken(token));
  if (!session || !isLive(session, now)) return undefined;
  await noteRequest(database, session, now);
  const memberships = await listMemberships(database.read, session.personId);
  const acting = memberships.find((membership) => membership.organisationId === session.organisationId);
  return { session, memberships, acting: acting ?? memberships[0] };
}

/** Somebody who acts for no organisation yet. */
export function toVisitor(context: AppLoadContext): Visitor {
  return { database: context.database, now: context.now, newId: randomUUID };
}

/** The caller of presenters and use cases. Throws `unauthenticated` without a live session or any membership. */
export async function requireCaller(request: Request, context: AppLoadContext): Promise<Caller> {
  const signedIn = await findSignedIn(request, context);
  if (!signedIn?.acting) throw new AppError("unauthenticated", "sign in first");
  return {
    database: context.database,
    actor: toActor(signedIn, signedIn.acting),
    now: context.now,
    newId: randomUUID,
    isSteppedUp: isSteppedUp(signedIn.session, context.now),
  };
}

function toActor({ session }: SignedIn, acting: Membership): Actor {
  return {
    personId: session.personId,
    organisationId: acting.organisationId,
    organisationKind: acting.organisationKind,
    roles: acting.roles,
  };
}
