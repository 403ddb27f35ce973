import { loadCatalogue } from "~/catalogue/index.server";
import { ISO_27001_RULES, NIS2_RULES, programmeRules, ZOKB_RULES } from "~/domain/readiness/hospital-rules";
import { readClauses } from "~/domain/readiness/readiness";
import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { hospitalFacts } from "./hospital-facts.server";
import { shownFrameworks } from "./readiness-clauses.server";

/** What the portal shows of what a hospital is asked to do, what it misses, and where it cannot see. */
export async function presentReadiness(caller: Caller, of: string | null) {
  requirePermission(caller.actor, "readiness.read");
  if (caller.actor.organisationKind !== "hospital")
    throw new AppError("not-found", "this is a hospital's page");
  const { facts, rows } = await hospitalFacts(caller);
  const elements = loadCatalogue().requirements["programme-requirements"].map(({ id }) => id);
  const rules = [
    { framework: "nis2" as const, rules: NIS2_RULES },
    { framework: "zokb" as const, rules: ZOKB_RULES },
    { framework: "iso-27001" as const, rules: ISO_27001_RULES },
    { framework: "iec-62443-2-1" as const, rules: programmeRules(elements) },
  ];
  const all = rules.map((one) => ({
    framework: one.framework,
    readings: readClauses(one.rules, facts, rows),
  }));
  return { names: all.map(({ framework }) => framework), frameworks: shownFrameworks(all, of) };
}
