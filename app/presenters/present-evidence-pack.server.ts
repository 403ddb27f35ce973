import type { PortalKey } from "~/domain/declaration/seal";
import { AppError } from "~/domain/shared/app-error";
import { writeSealedFile } from "~/formats/cordon-json/sealed-file";
import { PACK_FILES, type PackedAttached } from "~/formats/evidence-pack/manifest";
import { openPack, type PackWriter, toBytes } from "~/formats/evidence-pack/write";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findAssessment } from "~db/repositories/assessments";
import { listAuditEntries, listPreviousHashes } from "~db/repositories/audit";
import { findDecision } from "~db/repositories/decisions";
import { findSeal } from "~db/repositories/declaration-seals";
import { findOrganisation } from "~db/repositories/organisations";
import { listPeopleByIds } from "~db/repositories/people";
import { attachedToConditions, packAttached } from "./attached-archive.server";
import { presentDecision } from "./present-decision.server";

/** Of one decision there are a handful; a pack that had to leave some out says so. */
const MOST_ENTRIES = 500;

export type EvidencePackFacts = Awaited<ReturnType<typeof presentEvidencePack>>;

/** Everything that led to a decision, as it was frozen, and what the log has about it. */
export async function presentEvidencePack(caller: Caller, decisionId: string) {
  const { actor, database, now } = caller;
  requirePermission(actor, "decision.export");
  const { read } = database;
  const page = await presentDecision(caller, decisionId);
  const decision = await findDecision(read, actor.organisationId, decisionId);
  const frozen = decision && (await findAssessment(read, actor.organisationId, decision.assessmentId));
  if (!decision || !frozen) throw new AppError("not-found", "there is no such decision");
  const subjectIds = [
    ...[decision.id, decision.assessmentId, decision.requestId],
    ...page.conditions.map(({ id }) => id),
    ...page.exceptions.map(({ id }) => id),
  ].filter((id) => id !== null);
  const [hospital, [person], seal, entries] = await Promise.all([
    findOrganisation(read, actor.organisationId),
    listPeopleByIds(read, [actor.personId]),
    findSeal(read, frozen.supplierId, frozen.declarationId),
    listAuditEntries(read, actor.organisationId, { about: { subjectIds }, limit: MOST_ENTRIES + 1 }),
  ]);
  const kept = entries.slice(0, MOST_ENTRIES).toReversed();
  const previous = await listPreviousHashes(
    read,
    kept.map(({ sequence }) => sequence),
  );
  const { asOf, fingerprint, profile, declaration, result } = frozen;
  return {
    hospital: hospital?.name ?? "",
    madeBy: person?.name ?? "",
    madeAt: now.toISOString(),
    decision: { ...page, fingerprint: decision.fingerprint },
    frozen: { asOf, fingerprint, profile, declaration, result },
    seal: seal ?? null,
    attached: await attachedToConditions(
      read,
      actor.organisationId,
      page.conditions.map(({ id }) => ({ id, decisionId })),
    ),
    audit: kept.map(({ at, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      previous: previous.get(entry.sequence) ?? "",
    })),
    isAuditCut: entries.length > MOST_ENTRIES,
  };
}

/** A pack with the files that the hospital attached to conditions; the rest is added to it. */
export async function packDecision(
  caller: FileCaller,
  { hospital, madeBy, madeAt, decision, attached }: EvidencePackFacts,
  signal: AbortSignal,
) {
  const subject = { kind: "decision", decisionId: decision.id } as const;
  const pack = openPack({ hospital, subject, madeBy, madeAt });
  return { pack, listed: await packAttached(caller, pack, attached, signal) };
}

/** What the document of a decision says of the files, in plain facts. */
export function attachedFactsOf({ decision }: EvidencePackFacts, listed: PackedAttached) {
  const { conditions, productName, releaseVersion, zoneName } = decision;
  return listed.flatMap(({ to, ...file }) => {
    const condition = to.kind === "condition" && conditions.find(({ id }) => id === to.conditionId);
    if (!condition) return [];
    const about = { kind: "condition" as const, text: condition.text, productName, releaseVersion, zoneName };
    return [{ ...file, about }];
  });
}

/** The rest of a pack, and the archive, signed. `document` is the PDF, which the reports write. */
export function evidencePackFile(
  pack: PackWriter,
  facts: EvidencePackFacts,
  { document, readMe }: { document: Uint8Array; readMe: string },
  key: PortalKey,
): { name: string; type: string; body: Uint8Array } {
  const { decision, frozen, seal, audit } = facts;
  const text = (value: string) => new TextEncoder().encode(value);
  pack.add(PACK_FILES.readMe, text(readMe));
  pack.add(PACK_FILES.document, document);
  pack.add(PACK_FILES.decision, toBytes(toFile(decision)));
  pack.add(PACK_FILES.assessment, toBytes(frozen));
  if (seal) pack.add(PACK_FILES.declaration, text(writeSealedFile(seal)));
  pack.add(PACK_FILES.audit, toBytes(audit));
  return { name: nameOf(facts), type: "application/zip", body: pack.end(key) };
}

/** What was decided, without what a page shows around it: that is in the assessment. */
function toFile(decision: EvidencePackFacts["decision"]) {
  const { id, kind, reason, decidedAt, decidedByName, isCurrent, fingerprint } = decision;
  const { productName, releaseVersion, supplierName, variants, zoneId, zoneName, modelId } = decision;
  const { requestId, revisionNumber, declarationVersion, conditions, exceptions, history } = decision;
  return {
    ...{ id, kind, reason, decidedAt, decidedByName, isCurrent, fingerprint },
    ...{ productName, releaseVersion, supplierName, variants, zoneId, zoneName, modelId },
    ...{ requestId, revisionNumber, declarationVersion, conditions, exceptions, history },
  };
}

function nameOf({ decision: { productName, zoneName, decidedAt } }: EvidencePackFacts): string {
  const title = `${productName}-${zoneName}-${decidedAt.slice(0, 10)}`;
  return `${title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}-evidence.zip`;
}
