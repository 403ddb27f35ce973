import { sbomIsPresent } from "~/domain/assessment/checks/documents/sbom-is-present";
import { factScenarios } from "./fact-scenarios";

const policy = { sbomFormats: ["cyclonedx-json", "spdx-json"] } as const;
const sbom = {
  format: "cyclonedx-json",
  formatVersion: "1.6",
  createdOn: null,
  componentCount: 214,
  elements: [],
} as const;
const CLOSE = [
  "supplier: Provide an SBOM of this release that lists what is inside, in one of these formats: CycloneDX JSON and SPDX JSON.",
  "hospital: Accept the product without it by a written exception, and agree that the supplier answers within a day whether a given component is inside.",
];

factScenarios(sbomIsPresent, [
  { name: "no rule, nothing to say", given: {}, expect: [] },
  { name: "a rule without a format asks for none", given: { policy: { sbomFormats: [] } }, expect: [] },
  {
    name: "an SBOM in one of the accepted formats conforms",
    given: { policy, facts: { sbom: { ...sbom, elements: [] } } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        area: "RA",
        expected: "An SBOM in one of these formats: CycloneDX JSON and SPDX JSON.",
        declared: "An SBOM of 214 components. Its format: CycloneDX JSON.",
        reason: "The SBOM lists 214 components. Its format: CycloneDX JSON.",
        close: [],
      },
    ],
  },
  {
    name: "one component is enough to be a list",
    given: { policy, facts: { sbom: { ...sbom, elements: [], componentCount: 1 } } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        declared: "An SBOM of one component. Its format: CycloneDX JSON.",
        reason: "The SBOM lists one component. Its format: CycloneDX JSON.",
      },
    ],
  },
  {
    name: "no SBOM is open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "No SBOM.",
        reason: "There is no SBOM.",
        close: CLOSE,
      },
    ],
  },
  {
    name: "an SBOM in another format is open, and says so",
    given: { policy, facts: { sbom: { ...sbom, elements: [], format: "spdx-tag-value" } } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "An SBOM. Its format: SPDX tag-value.",
        reason:
          "There is an SBOM, but not in a format that the zone accepts. Its format: SPDX tag-value. Accepted: CycloneDX JSON and SPDX JSON.",
        close: CLOSE,
      },
    ],
  },
  {
    name: "an SBOM that lists nothing tells nothing",
    given: { policy, facts: { sbom: { ...sbom, elements: [], componentCount: 0 } } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "An SBOM that lists nothing. Its format: CycloneDX JSON.",
        reason: "The SBOM lists no component, so it tells nothing of what is inside.",
        close: CLOSE,
      },
    ],
  },
]);
