import { expect, test } from "vitest";
import { CATALOGUE_VERSION } from "~/catalogue/catalogue";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { MOST_IN_PACK } from "~/domain/audit/evidence-scope";
import { faultsOfPack } from "~/formats/evidence-pack/faults";
import { readPack } from "~/formats/evidence-pack/read";
import { verifyEd25519 } from "~/intake/verify-signature";
import { packEvidence } from "~/presenters/evidence-archive.server";
import { evidenceFile, reportFactsOf } from "~/presenters/evidence-files.server";
import { presentEvidenceOfScope } from "~/presenters/present-evidence-of-scope.server";
import { exportEvidence } from "~/use-cases/evidence/export-evidence.server";
import { findAssessment, saveNewAssessment } from "~db/repositories/assessments";
import { findDecision } from "~db/repositories/decisions";
import { decisions } from "~db/schema";
import { aDatabase } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aFileStore } from "../../builders/files";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aScene, colleague, decideOn } from "../decisions/scene";

const database = aDatabase();
const { files } = aFileStore();

/** A zone for which the same was decided so many times, and how it is decided once more. */
async function aZoneWith(count: number) {
  const scene = await aScene(database());
  const first = await decideOn(scene);
  const { organisationId } = scene.officer.actor;
  const decision = await findDecision(database().read, organisationId, first);
  const frozen = decision && (await findAssessment(database().read, organisationId, decision.assessmentId));
  if (!decision || !frozen) throw new Error("it was decided");
  const { requestId, modelId, zoneId, supplierId, releaseId, kind, reason, fingerprint } = decision;
  const { decidedBy, decidedAt } = decision;
  const same = { requestId, modelId, zoneId, supplierId, releaseId, kind, reason, fingerprint, decidedBy };
  const decideAgain = (ids: ReadonlyArray<string>) =>
    database().transaction(async (db) => {
      for (const id of ids) {
        await saveNewAssessment(db, organisationId, { ...frozen, id });
        const its = { organisationId, id, assessmentId: id, decidedAt, isCurrent: false };
        await db.insert(decisions).values({ ...same, ...its });
      }
    });
  await decideAgain(Array.from({ length: count - 1 }, (_, place) => `again-${place}`));
  const auditor = await colleague(scene.officer, "auditor");
  const scope = { kind: "zone", modelId: scene.modelId, zoneId: scene.zoneId } as const;
  return { auditor, scope, decideAgain };
}

test("a zone with as many decisions as a pack holds is packed and verified; one more is refused", async () => {
  const { auditor, scope, decideAgain } = await aZoneWith(MOST_IN_PACK.decisions);
  accepted(await exportEvidence(auditor, { scope }));
  const evidence = await presentEvidenceOfScope(auditor, scope);
  const told: Array<number> = [];
  const { pack, rows, listed } = await packEvidence({ ...auditor, files }, evidence, {
    signal: new AbortController().signal,
    tell: (done) => void told.push(done),
  });
  expect(told.at(-1)).toBe(MOST_IN_PACK.decisions);
  expect(reportFactsOf(evidence, rows, listed).decisions).toHaveLength(MOST_IN_PACK.decisions);
  const written = { document: new Uint8Array([1]), readMe: "to read" };
  const { body } = evidenceFile(pack, evidence, rows, written, PORTAL_KEY);
  const findings = faultsOfPack(accepted(readPack(body)), {
    verify: verifyEd25519,
    trustedKey: PORTAL_KEY.publicKey,
    versions: { ruleSetVersion: RULE_SET_VERSION, catalogueVersion: CATALOGUE_VERSION },
  });
  expect(findings.faults).toEqual([]);
  expect(findings.judged.filter(({ replay }) => replay?.state === "agrees")).toHaveLength(
    MOST_IN_PACK.decisions,
  );
  // What all of them rest on is there once: the sealed declaration as well.
  expect(findings.seals).toBe(1);
  await decideAgain(["one-more"]);
  expect(refusalOf(await exportEvidence(auditor, { scope }))).toEqual({ code: "too-large", of: "decisions" });
}, 300_000);
