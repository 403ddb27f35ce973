import { mayDo } from "~/domain/access/permissions";
import { profileRows } from "~/domain/assessment/requirement-profile";
import { POLICY_KEYS } from "~/domain/policy/policy-rules";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { hashToken } from "~/use-cases/accounts/token.server";
import { findCarriedRequest } from "~/use-cases/requests/take-on-request.server";
import type { Visitor } from "~/use-cases/use-case.server";
import { listReceivedFiles } from "~db/repositories/attachments";
import { findReceivedRequest } from "~db/repositories/intake-requests";
import { findOpenInvitation } from "~db/repositories/invitations";
import { hasMembers } from "~db/repositories/organisations";
import { findPersonByEmail } from "~db/repositories/people";
import { listMemberships } from "~db/repositories/sessions";
import { evidenceOf } from "./policy-rows.server";
import { titleOf } from "./present-received-request.server";
import { toRequestRow } from "./present-received-requests.server";
import { toShownFile } from "./shown-files.server";

/**
 * What the holder of the link of a request sees without an account: what crosses to a supplier, and nothing of whoever
 * else was asked. null where the link does not work (any more). Reads only: whoever follows a link, a scanner of mail
 * among them, uses nothing up.
 */
export async function presentAskedRequest(
  { database, now }: Visitor,
  token: string,
  personId: string | undefined,
) {
  const db = database.read;
  const invitation = await findOpenInvitation(db, hashToken(token), now);
  if (!invitation) return null;
  const { request: carried, isOver } = await findCarriedRequest(db, invitation);
  const request =
    carried && !isOver
      ? await findReceivedRequest(db, invitation.organisationId, carried.requestId)
      : undefined;
  if (!request) return null;
  const { snapshot } = request;
  const types = snapshot.componentTypes.length > 0 ? snapshot.componentTypes : COMPONENT_TYPES;
  const { policy } = snapshot.profile;
  return {
    request: {
      ...toRequestRow(request, now),
      ...{ message: request.message, declineReason: "", expectedTypes: snapshot.componentTypes },
      allowedProtocols: snapshot.allowedProtocols,
      sentAt: request.createdAt.toISOString(),
      attachments: (await listReceivedFiles(db, invitation.organisationId, request.id)).map(toShownFile),
    },
    groups: profileRows(snapshot.profile, types).map(({ rows, ...group }) => ({
      ...group,
      rows: rows.map((row) => ({ id: row.id, minSl: row.minSl, ...titleOf(row.id) })),
    })),
    policy: POLICY_KEYS.flatMap((key) => (policy[key] === null ? [] : [{ key, value: policy[key] }])),
    evidence: evidenceOf(snapshot.slTarget, policy),
    organisationName: invitation.organisationName,
    /** The first person says what the organisation is called; before, whoever has the link may decline. */
    mayName: !(await hasMembers(db, invitation.organisationId)),
    email: invitation.email,
    hasAccount: (await findPersonByEmail(db, invitation.email)) !== undefined,
    /** Suppliers for which whoever is signed in could answer. */
    own: personId === undefined ? [] : await answeringSuppliers(db, personId),
  };
}

/** Whose request it was, where a link that would still work carries one that was declined; the reason is not shown again. */
export async function presentDeclinedRequest({ database, now }: Visitor, token: string) {
  const db = database.read;
  const invitation = await findOpenInvitation(db, hashToken(token), now);
  const { request: carried } = invitation ? await findCarriedRequest(db, invitation) : { request: null };
  if (!invitation || !carried) return null;
  const request = await findReceivedRequest(db, invitation.organisationId, carried.requestId);
  return request?.state === "declined" ? { hospitalName: request.hospitalName } : null;
}

async function answeringSuppliers(db: Visitor["database"]["read"], personId: string) {
  const memberships = await listMemberships(db, personId);
  return memberships
    .filter(
      ({ organisationKind, roles }) =>
        organisationKind === "supplier" && mayDo({ organisationKind, roles }, "received-request.adopt"),
    )
    .map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName }));
}
