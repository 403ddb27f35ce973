import { sbomIsCurrent } from "~/domain/assessment/checks/documents/sbom-is-current";
import type { Sbom } from "~/domain/declaration/sbom";
import { factScenarios } from "./fact-scenarios";

const policy = { sbomMaxAgeDays: 365 };
const sbomOf = (createdOn: string | null): Sbom => ({
  format: "spdx-json",
  formatVersion: "2.3",
  createdOn,
  componentCount: 3,
  elements: [],
});

factScenarios(sbomIsCurrent, [
  { name: "no rule, nothing to say", given: { facts: { sbom: sbomOf("2000-01-01") } }, expect: [] },
  { name: "that there is no SBOM is said elsewhere", given: { policy }, expect: [] },
  {
    name: "an SBOM of exactly the accepted age is current",
    given: { policy, facts: { sbom: sbomOf("2025-11-21") } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        area: "RA",
        expected: "An SBOM that is at most 365 days old.",
        declared: "The SBOM was made on 2025-11-21.",
        reason: "The SBOM was made on 2025-11-21 and is current.",
        close: [],
      },
    ],
  },
  {
    name: "an SBOM of today is current",
    given: { policy, facts: { sbom: sbomOf("2026-11-21") } },
    expect: [{ about: "product", outcome: "conforms" }],
  },
  {
    name: "a day more is too old",
    given: { policy, facts: { sbom: sbomOf("2025-11-20") } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The SBOM was made on 2025-11-20.",
        reason: "The SBOM was made on 2025-11-20. The zone accepts one that is at most 365 days old.",
        close: ["supplier: Make the SBOM anew from this release."],
      },
    ],
  },
  {
    name: "one day may be all that is accepted",
    given: { policy: { sbomMaxAgeDays: 1 }, facts: { sbom: sbomOf("2026-11-19") } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        expected: "An SBOM that is at most one day old.",
        reason: "The SBOM was made on 2026-11-19. The zone accepts one that is at most one day old.",
      },
    ],
  },
  {
    name: "an SBOM without a date is open",
    given: { policy, facts: { sbom: sbomOf(null) } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The SBOM bears no date.",
        reason: "The SBOM bears no date, so nobody can tell which state of the product it describes.",
        close: ["supplier: State the day on which the SBOM was made."],
      },
    ],
  },
  {
    name: "an SBOM of tomorrow is open",
    given: { policy, facts: { sbom: sbomOf("2026-11-22") } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The SBOM bears the date 2026-11-22.",
        reason: "The SBOM bears the date 2026-11-22, which has not come yet.",
        close: ["supplier: State the day on which the SBOM was made."],
      },
    ],
  },
]);
