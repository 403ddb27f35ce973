import { afterAll, beforeAll, expect, test } from "vitest";
import { toIsoDate } from "~/domain/shared/iso-date";
import { presentReassessment } from "~/presenters/present-reassessment.server";
import { unchanged } from "~/use-cases/reassessment/changed-pairs.server";
import { LISTED_AT_MOST } from "~/use-cases/reassessment/listed-pairs.server";
import { reassess } from "~/use-cases/reassessment/reassess.server";
import type { Database } from "~db/client";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { openTestDatabase } from "../../builders/database";
import { aProfile, aRow } from "../../domain/assessment/rows";
import { decideOn } from "../decisions/scene";
import { aScene } from "./scene";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("of very many changes all are counted, and those with a decision are listed whatever their name", async () => {
  const scene = await aScene(database);
  const { officer, modelId, strong } = scene;
  const { organisationId, personId } = officer.actor;
  const { declarationId } = strong;
  const decisionId = await decideOn({ ...scene, zoneId: "imaging", declarationId }, { kind: "approve" });
  const shared = await listSharedDeclarations(database.read, organisationId);
  const profile = aProfile({ slTarget: { IAC: 1 }, rows: [aRow("CR 1.1")] });
  const names = Array.from({ length: 600 }, (_, n) => ({ zoneId: `z${n}`, zoneName: `Ward ${n}` }));
  const zones = [{ zoneId: "imaging", zoneName: "Zzz" }, ...names].map((zone) => ({
    ...{ ...zone, modelId, before: null, after: profile },
  }));
  const day = toIsoDate(officer.now);
  const reassessed = await database.transaction((db) =>
    reassess(
      { ...officer, db, organisationId, personId },
      { cause: "revision-published", subject: { modelId, modelName: "Building B", number: 2 } },
      { zones, declarations: unchanged(shared), days: { before: day, after: day } },
    ),
  );
  expect(shared).toHaveLength(2);
  expect(reassessed).toMatchObject({ assessed: 1_202, changed: 1_202 });

  const page = await presentReassessment(officer, reassessed?.id ?? "", { kind: null, after: null });
  expect(page.reassessment.changed).toBe(1_202);
  expect(page.listed).toBe(LISTED_AT_MOST + 1);
  expect(page.changes[0]).toMatchObject({ zoneName: "Zzz", decision: { id: decisionId } });
  expect(page.changes[1]).toMatchObject({ zoneName: "Ward 0", verdictBefore: null, decision: null });
});
