import type { DeclarationContent } from "../declaration/declaration";
import { rowsWithoutEvidence } from "../declaration/unbacked-rows";
import { type ComponentRequirement, selectApplicable } from "../requirement/component-requirement";
import type { IsoDate } from "../shared/iso-date";
import type { ProductFact } from "./product-rules";
import type { Counted, RowStanding } from "./readiness";

const yes = (holds: boolean | undefined): Counted => ({ count: holds === true ? 1 : 0, of: 1 });
const many = (list: ReadonlyArray<unknown> | undefined): Counted => ({ count: list?.length ?? 0, of: null });

/** What one declaration states, counted. What is not stated counts as nothing. */
export function factsOfProduct({
  facts,
  evidence,
}: Pick<DeclarationContent, "facts" | "evidence">): Readonly<Record<ProductFact, Counted>> {
  const handled = facts.dataHandling ?? [];
  const stored = handled.filter((one) => one.stored);
  const sent = handled.filter((one) => one.sent);
  const open = facts.vulnerabilities?.filter(({ state, exploited }) => state === "affected" && exploited);
  const ofSubject = (subject: string) => evidence.filter((one) => one.subject === subject);
  const ofTypes = (...types: ReadonlyArray<string>) => evidence.filter((one) => types.includes(one.type));
  return {
    "hardening-guide": yes(facts.hardeningGuide),
    "secure-by-default": yes(facts.secureByDefault),
    "default-credentials": yes(
      facts.defaultCredentials === "none" || facts.defaultCredentials === "forced-change",
    ),
    "signed-updates": yes(facts.signedUpdates),
    updates: many(facts.updateMechanisms),
    "fix-times": yes(facts.patchDaysCritical !== undefined && facts.patchDaysHigh !== undefined),
    "support-end": yes(facts.supportEndsOn !== undefined),
    sbom: yes(facts.sbom !== undefined && facts.sbom.componentCount > 0),
    "vulnerability-contact": yes(facts.vulnerabilityContact !== undefined),
    advisories: many(facts.advisories),
    "exploitable-vulnerabilities": many(open),
    "data-at-rest": { count: stored.filter((one) => one.encryptedAtRest).length, of: stored.length },
    "data-in-transit": { count: sent.filter((one) => one.encryptedInTransit).length, of: sent.length },
    "data-handling": many(handled),
    "logged-events": many(facts.loggedEvents),
    "network-needs": many(facts.networkNeeds),
    "access-control": yes(facts.individualAccounts),
    "development-process": many(ofSubject("development-process")),
    tests: many(ofTypes("test-report", "audit-report")),
    manuals: many(ofTypes("manual")),
    "essential-function": yes(facts.essentialFunction !== undefined),
  };
}

/** How each requirement of IEC 62443-4-2 stands; one that does not concern the component types is without use. */
export function rowsOfProduct(
  content: Pick<DeclarationContent, "componentTypes" | "answers" | "evidence">,
  requirements: ReadonlyArray<ComponentRequirement>,
  asOf: IsoDate,
): ReadonlyMap<string, RowStanding> {
  const applicable = new Set(selectApplicable(requirements, content.componentTypes).map(({ id }) => id));
  const unbacked = new Set(rowsWithoutEvidence(content, requirements, asOf));
  return new Map(
    requirements.map(({ id }): [string, RowStanding] => {
      const answer = content.answers[id];
      // Without component types nobody knows what applies.
      if (content.componentTypes.length > 0 && !applicable.has(id)) return [id, "without-use"];
      if (answer?.value === "not-applicable") return [id, answer.note ? "without-use" : "open"];
      if (answer?.value !== "met" && answer?.value !== "met-by-configuration") return [id, "open"];
      return [id, unbacked.has(id) ? "unproven" : "proven"];
    }),
  );
}
