import type { AppLoadContext } from "@remix-run/node";
import { ACTIONS, mayDo } from "~/domain/access/permissions";
import { languageOfHeader } from "~/i18n/resources";
import { readPreferences } from "./preferences.server";
import { findSignedIn, type SignedIn } from "./session.server";

/** What the frame around every page shows: who is signed in, for whom they act, how it looks. */
export async function presentShell({ request, context }: { request: Request; context: AppLoadContext }) {
  const [signedIn, preferences] = await Promise.all([
    findSignedIn(request, context),
    readPreferences(request, context),
  ]);
  return {
    language: languageOfHeader(request.headers.get("Accept-Language")),
    viewer: signedIn?.acting ? toViewer(signedIn, signedIn.acting) : null,
    isDemo: signedIn?.acting?.isDemo ?? context.isDemo,
    hasMailbox: context.isDemo && context.mail === "demo" && signedIn?.acting?.isDemo === true,
    theme: preferences.theme,
  };
}

function toViewer({ session, memberships }: SignedIn, acting: NonNullable<SignedIn["acting"]>) {
  const { organisationKind, roles } = acting;
  return {
    name: session.name,
    email: session.email,
    organisation: { id: acting.organisationId, name: acting.organisationName, kind: organisationKind },
    organisations: memberships.map((membership) => ({
      id: membership.organisationId,
      name: membership.organisationName,
      kind: membership.organisationKind,
    })),
    roles: [...roles],
    may: ACTIONS.filter((action) => mayDo({ organisationKind, roles }, action)),
  };
}
