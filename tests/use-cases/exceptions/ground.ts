import type { Answer } from "~/domain/declaration/declaration";
import { decideException } from "~/use-cases/exceptions/decide-exception.server";
import { requestException } from "~/use-cases/exceptions/request-exception.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { Database } from "~db/client";
import { accepted } from "../../builders/declaration";
import { aScene, colleague, meetingLevel, type Scene } from "../decisions/scene";

/** A product that misses two rows of its zone, and the people around it. */
export type Ground = Scene & { lead: Caller };

export const GAPS = ["CR 1.1", "CR 2.1"];

const NOT_MET: Readonly<Record<string, Answer>> = {
  "CR 1.1": { value: "not-met" },
  "CR 2.1": { value: "not-met" },
};

export async function aLackingProduct(database: Database): Promise<Ground> {
  const scene = await aScene(database, { answers: { ...meetingLevel(1), ...NOT_MET } });
  return { ...scene, lead: await colleague(scene.officer, "security-lead") };
}

/** The form as it is filled in; the day of the tests is 2026-11-21. */
export function aRequest({ modelId, zoneId, declarationId }: Scene, overrides: Record<string, unknown> = {}) {
  return {
    ...{ modelId, zoneId, declarationId, gaps: GAPS, reason: "No other pump can be had this year" },
    ...{ residualRisk: "medium", residualText: "Somebody at the bedside could change a dose" },
    ...{ expiresOn: "2027-06-30", reviewEveryDays: "90" },
    ...overrides,
  };
}

export async function requested(ground: Ground, overrides: Record<string, unknown> = {}): Promise<string> {
  return accepted(await requestException(ground.officer, aRequest(ground, overrides))).id;
}

export async function granted(ground: Ground, overrides: Record<string, unknown> = {}): Promise<string> {
  const exceptionId = await requested(ground, overrides);
  accepted(await decideException(ground.lead, { exceptionId, decision: "grant" }));
  return exceptionId;
}
