import type { VulnerabilitySeverity } from "../../../declaration/fact-values";
import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import { type KnownVulnerability, type OpenVulnerability, openVulnerabilities } from "../../document-parts";

const id = "known-vulnerabilities-are-handled";
const finding = findingsOf(id, null);

const WAY_OUT: Readonly<Record<OpenVulnerability["state"], ReadonlyArray<string>>> = {
  "is-exploited": ["fix"],
  "is-affected": ["fix"],
  "not-justified": ["justify", "fix"],
  "exploited-in-question": ["decide"],
  "in-question": ["decide"],
};

/**
 * A hole that is known and open is the first that is used. Up to which severity one is accepted the zone says; one that
 * is being exploited never is. “Not affected” counts only with the reason that a VEX needs.
 */
export const knownVulnerabilitiesAreHandled = factCheck<
  VulnerabilitySeverity,
  ReadonlyArray<KnownVulnerability> | null
>({
  id,
  clauses: [
    { standard: "iec-62443-4-1", ref: "DM-4" },
    { standard: "iec-81001-5-1", ref: "9.5" },
    { standard: "eu-cra", ref: "Annex I Part I (2)(a)" },
  ],
  demandOf: ({ policy }) => policy.openVulnerabilities,
  subjectOf: ({ facts }) =>
    facts.vulnerabilities?.map(({ justification, ...known }) => ({
      ...known,
      isJustified: justification !== "",
    })) ?? null,
  evaluate: (severity, known) => {
    const tolerated = [severity];
    if (known === null)
      return [
        finding({ outcome: "incomplete", state: "unstated", params: { tolerated }, supplier: ["list"] }),
      ];
    const open = openVulnerabilities(known, severity);
    if (open.length > 0) return open.map((one) => openFinding(one, tolerated));
    const state = known.length === 0 ? "none-known" : "handled";
    return [finding({ outcome: "conforms", state, params: { tolerated, count: known.length } })];
  },
});

function openFinding({ known, state }: OpenVulnerability, tolerated: ReadonlyArray<string>) {
  const isInQuestion = state === "in-question" || state === "exploited-in-question";
  return finding({
    about: known.id,
    outcome: isInQuestion ? "incomplete" : "does-not-conform",
    state,
    params: { vulnerability: known.id, severity: [known.severity], tolerated },
    supplier: WAY_OUT[state],
    hospital: ["protect"],
  });
}
