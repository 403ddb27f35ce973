import { sbomNamesTheMinimum } from "~/domain/assessment/checks/documents/sbom-names-the-minimum";
import type { Sbom } from "~/domain/declaration/sbom";
import { factScenarios } from "./fact-scenarios";

const policy = { sbomElements: ["component-name", "version", "unique-identifier"] } as const;
const sbomWith = (...elements: Sbom["elements"]): { sbom: Sbom } => ({
  sbom: { format: "spdx-json", formatVersion: "2.3", createdOn: null, componentCount: 3, elements },
});

factScenarios(sbomNamesTheMinimum, [
  { name: "no rule, nothing to say", given: { facts: sbomWith() }, expect: [] },
  {
    name: "a rule without an element asks for none",
    given: { policy: { sbomElements: [] }, facts: sbomWith() },
    expect: [],
  },
  { name: "that there is no SBOM is said elsewhere", given: { policy }, expect: [] },
  {
    name: "all elements and more conform",
    given: { policy, facts: sbomWith("version", "hash", "unique-identifier", "component-name") },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        area: "RA",
        expected: "For every component of the SBOM: component name, version and unique identifier.",
        declared: "For every component: component name, hash, unique identifier and version.",
        reason: "The SBOM says of every component what the zone asks for.",
        close: [],
      },
    ],
  },
  {
    name: "what is missing is named",
    given: { policy, facts: sbomWith("component-name") },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "For every component: component name.",
        reason: "The SBOM does not say this of every component: version and unique identifier.",
        close: [
          "supplier: Complete the SBOM: version and unique identifier.",
          "hospital: Accept the SBOM as it is by a written exception, and say what is searched for by hand.",
        ],
      },
    ],
  },
  {
    name: "an SBOM of which nothing is said is open",
    given: { policy, facts: sbomWith() },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say what the SBOM states of every component.",
        reason:
          "What the SBOM states of every component is not known. The zone asks for: component name, version and unique identifier.",
        close: [
          "supplier: Complete the SBOM: component name, version and unique identifier.",
          "hospital: Accept the SBOM as it is by a written exception, and say what is searched for by hand.",
        ],
      },
    ],
  },
]);
