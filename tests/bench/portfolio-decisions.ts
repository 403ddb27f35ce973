import { randomUUID } from "node:crypto";
import { assess } from "~/domain/assessment/assess";
import type { Assessment } from "~/domain/assessment/assessment";
import { type DecisionKind, isApproval } from "~/domain/procurement/decision";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { toRegisterEntry } from "~/use-cases/decisions/register-entry.server";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Db } from "~db/client";
import { saveNewAssessment } from "~db/repositories/assessments";
import { saveNewDecision } from "~db/repositories/decisions";
import { listSharedDeclarations, type SharedDeclaration } from "~db/repositories/declarations";
import { saveNewRequest } from "~db/repositories/intake-requests";
import { saveRegisterEntries } from "~db/repositories/register";
import { listLatestRevisions } from "~db/repositories/revisions";
import type { PortfolioGround } from "./portfolio-models";

const ZONES_OF_PRODUCT = 5;
const REFUSALS_OF_PRODUCT = 2;
const DAY_MS = 24 * 60 * 60_000;
/** One request for so many decisions. */
const REQUEST_EVERY = 25;

type Target = Awaited<ReturnType<typeof listTargets>>[number];
type Decided = { target: Target; declaration: SharedDeclaration; number: number };

/**
 * Decisions on the declared products in zones in turn, each with its frozen assessment: approvals up to that number
 * where the assessment allows one, refusals where it does not. One transaction a supplier.
 */
export async function decideOnAll(
  ground: PortfolioGround,
  wanted: { modelIds: ReadonlyArray<string>; supplierIds: ReadonlyArray<string>; approvals: number },
) {
  const { database, organisationId } = ground;
  const targets = await listTargets(ground, wanted.modelIds);
  const counts = { approvals: 0, refusals: 0, requests: 0 };
  let turn = 0;
  for (const supplierId of wanted.supplierIds) {
    const declarations = await listSharedDeclarations(database.read, organisationId, { supplierId });
    await database.transaction(async (db) => {
      for (const declaration of declarations) {
        let [approved, refused] = [0, 0];
        for (let step = 0; step < targets.length && approved < ZONES_OF_PRODUCT; step += 1) {
          const target = targets[(turn * 7 + step) % targets.length];
          if (!target || refused === REFUSALS_OF_PRODUCT || counts.approvals === wanted.approvals) break;
          const number = counts.approvals + counts.refusals;
          const kind = await decideOn(db, ground, { target, declaration, number });
          if (isApproval(kind)) [approved, counts.approvals] = [approved + 1, counts.approvals + 1];
          else [refused, counts.refusals] = [refused + 1, counts.refusals + 1];
          if (number % REQUEST_EVERY > 0) continue;
          await ask(db, ground, { target, declaration, number });
          counts.requests += 1;
        }
        turn += 1;
      }
    });
  }
  return counts;
}

async function listTargets({ database, organisationId }: PortfolioGround, modelIds: ReadonlyArray<string>) {
  const source = await openProfiles(database.read, organisationId);
  const revisions = await listLatestRevisions(database.read, organisationId);
  return revisions
    .filter(({ modelId }) => modelIds.includes(modelId))
    .flatMap((revision) =>
      revision.content.zones.flatMap((zone) => {
        const profile = profileOf(source, revision, zone.id);
        return profile ? [{ modelId: revision.modelId, revisionNumber: revision.number, zone, profile }] : [];
      }),
    );
}

function kindOf({ verdict }: Assessment, number: number): DecisionKind {
  if (verdict === "does-not-conform") return number % 2 === 0 ? "reject" : "return-for-changes";
  return verdict === "conforms" ? "approve" : "approve-with-conditions";
}

async function decideOn(
  db: Db,
  { organisationId, personId }: PortfolioGround,
  { target, declaration, number }: Decided,
): Promise<DecisionKind> {
  const decidedAt = new Date(Date.now() - (1 + (number % 360)) * DAY_MS - number);
  const assessment = assess(target.profile, declaration.content, toIsoDate(decidedAt));
  const kind = kindOf(assessment, number);
  const [id, assessmentId] = [randomUUID(), randomUUID()];
  const { supplierId, releaseId, declarationId, productName, releaseVersion } = declaration;
  const about = { modelId: target.modelId, zoneId: target.zone.id, supplierId };
  const { fingerprint } = assessment;
  await saveNewAssessment(db, organisationId, {
    ...{ ...about, organisationId, id: assessmentId, revisionNumber: target.revisionNumber },
    ...{ zoneName: target.zone.name, declarationId, productName, releaseVersion },
    ...{ declarationVersion: declaration.declarationVersion, profile: target.profile },
    ...{ declaration: declaration.content, result: assessment, fingerprint, asOf: assessment.asOf },
    createdAt: decidedAt,
  });
  const condition = {
    ...{ organisationId, id: randomUUID(), decisionId: id, text: "Separate the maintenance access" },
    ...{ owner: "Medical technology", dueOn: addDays(toIsoDate(decidedAt), 300 + (number % 400)) },
    ...{ completedAt: null, completedBy: null, completionNote: "" },
  };
  await saveNewDecision(
    db,
    organisationId,
    {
      ...{ ...about, organisationId, id, assessmentId, requestId: null, releaseId, kind, fingerprint },
      ...{ reason: kind === "approve" ? "" : "See the assessment.", decidedBy: personId, decidedAt },
      isCurrent: true,
    },
    kind === "approve-with-conditions" ? [condition] : [],
  );
  if (!isApproval(kind)) return kind;
  const named = { ...declaration, ...about, decisionId: id, zoneName: target.zone.name, decidedAt };
  await saveRegisterEntries(db, organisationId, [toRegisterEntry(organisationId, named)]);
  return kind;
}

async function ask(
  db: Db,
  { organisationId, personId }: PortfolioGround,
  { target, declaration, number }: Decided,
): Promise<void> {
  const at = new Date(Date.now() - (number % 200) * DAY_MS);
  const { profile, modelId, revisionNumber, zone } = target;
  await saveNewRequest(db, organisationId, {
    ...{ organisationId, id: randomUUID(), modelId, revisionNumber, zoneId: zone.id },
    ...{ supplierId: declaration.supplierId, subject: declaration.productName, message: "Please declare." },
    dueOn: addDays(toIsoDate(at), 60),
    snapshot: {
      ...{ zoneClass: zone.trustClass, slTarget: profile.slTarget, componentTypes: [] },
      ...{ profile, allowedProtocols: [] },
    },
    ...{ state: number % 2 === 0 ? "sent" : "declared", declineReason: "", createdBy: personId },
    declarationId: number % 2 === 0 ? null : declaration.declarationId,
    ...{ createdAt: at, updatedAt: at },
  });
}
