import { knownVulnerabilitiesAreHandled } from "~/domain/assessment/checks/documents/known-vulnerabilities-are-handled";
import type { DeclaredVulnerability } from "~/domain/declaration/facts";
import { factScenarios } from "./fact-scenarios";

const policy = { openVulnerabilities: "medium" } as const;
const a = (given: Partial<DeclaredVulnerability> = {}): DeclaredVulnerability => ({
  id: "CVE-2026-0001",
  severity: "high",
  state: "affected",
  exploited: false,
  justification: "",
  ...given,
});
const given = (...vulnerabilities: Array<DeclaredVulnerability>) => ({ policy, facts: { vulnerabilities } });
const FIX = "supplier: Fix CVE-2026-0001 and declare the release that contains the fix.";
const DECIDE = "supplier: Find out whether CVE-2026-0001 affects the product, and declare the result.";
const PROTECT =
  "hospital: Keep CVE-2026-0001 out of reach by the zone, and accept what remains by a written exception that ends.";

factScenarios(knownVulnerabilitiesAreHandled, [
  { name: "no rule, nothing to say", given: { facts: { vulnerabilities: [a()] } }, expect: [] },
  {
    name: "a supplier who does not say what is known leaves it open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        area: null,
        rows: [],
        expected: "No open vulnerability above this severity: medium. None that is being exploited.",
        declared: "The supplier does not say which vulnerabilities are known.",
        reason: "Which vulnerabilities are known in the product is not stated.",
        close: ["supplier: List the vulnerabilities that are known in this release, or say that none is."],
      },
    ],
  },
  {
    name: "none known conforms",
    given: given(),
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "The supplier knows of no vulnerability.",
        reason: "The supplier knows of no vulnerability in the product.",
        close: [],
      },
    ],
  },
  {
    name: "one that is no more severe than accepted conforms",
    given: given(a({ severity: "medium" })),
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "One known vulnerability.",
        reason:
          "One vulnerability is known. It is fixed, does not affect the product, or is no more severe than the zone accepts.",
        close: [],
      },
    ],
  },
  {
    name: "whatever is fixed, justified or mild enough conforms, and is summed up once",
    given: given(
      a({ id: "A", state: "fixed", severity: "critical", exploited: true }),
      a({ id: "B", state: "not-affected", justification: "The code is not in the build.", exploited: true }),
      a({ id: "C", state: "under-investigation", severity: "low" }),
      a({ id: "D", state: "not-affected", severity: "none" }),
    ),
    expect: [
      {
        about: "product",
        outcome: "conforms",
        declared: "4 known vulnerabilities.",
        reason:
          "4 vulnerabilities are known. All are fixed, do not affect the product, or are no more severe than the zone accepts.",
      },
    ],
  },
  {
    name: "one that affects the product and is too severe does not conform",
    given: given(a()),
    expect: [
      {
        about: "CVE-2026-0001",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "CVE-2026-0001 affects the product. Severity: high.",
        reason:
          "CVE-2026-0001 affects the product and is more severe than the zone accepts. Its severity: high. Accepted: medium.",
        close: [FIX, PROTECT],
      },
    ],
  },
  {
    name: "where none is accepted, a low one is too severe",
    given: { policy: { openVulnerabilities: "none" }, facts: { vulnerabilities: [a({ severity: "low" })] } },
    expect: [{ about: "CVE-2026-0001", outcome: "does-not-conform" }],
  },
  {
    name: "where every severity is accepted, an exploited one is not",
    given: {
      policy: { openVulnerabilities: "critical" },
      facts: {
        vulnerabilities: [
          a({ id: "CVE-2026-0002", severity: "critical" }),
          a({ severity: "low", exploited: true }),
        ],
      },
    },
    expect: [
      {
        about: "CVE-2026-0001",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "CVE-2026-0001 affects the product and is being exploited. Severity: low.",
        reason: "CVE-2026-0001 affects the product and attackers use it. No zone accepts that.",
        close: [FIX, PROTECT],
      },
    ],
  },
  {
    name: "one under investigation is open",
    given: given(a({ state: "under-investigation" })),
    expect: [
      {
        about: "CVE-2026-0001",
        outcome: "incomplete",
        severity: "open",
        declared: "Whether CVE-2026-0001 affects the product is under investigation. Severity: high.",
        reason:
          "Whether CVE-2026-0001 affects the product is not known yet, and it is more severe than the zone accepts. Its severity: high. Accepted: medium.",
        close: [DECIDE, PROTECT],
      },
    ],
  },
  {
    name: "one under investigation that is being exploited is open however mild",
    given: given(a({ state: "under-investigation", severity: "none", exploited: true })),
    expect: [
      {
        about: "CVE-2026-0001",
        outcome: "incomplete",
        severity: "open",
        declared:
          "CVE-2026-0001 is being exploited; whether it affects the product is under investigation. Severity: none.",
        reason: "Attackers use CVE-2026-0001, and whether it affects the product is not known yet.",
        close: [DECIDE, PROTECT],
      },
    ],
  },
  {
    name: "“not affected” without a reason counts as affected",
    given: given(a({ state: "not-affected" })),
    expect: [
      {
        about: "CVE-2026-0001",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "CVE-2026-0001 is said not to affect the product, without a reason. Severity: high.",
        reason:
          "CVE-2026-0001 is said not to affect the product, but nothing says why. Without a reason it counts as if it did.",
        close: ["supplier: Say why CVE-2026-0001 does not affect the product.", FIX, PROTECT],
      },
    ],
  },
  {
    name: "a reason does not help one that affects the product",
    given: given(a({ justification: "We are working on it." })),
    expect: [{ about: "CVE-2026-0001", outcome: "does-not-conform" }],
  },
  {
    name: "one finding per vulnerability, by id; those that are fine are not named",
    given: given(
      a({ id: "CVE-2026-0003", severity: "critical" }),
      a({ id: "CVE-2026-0002", severity: "low" }),
      a({ state: "under-investigation" }),
    ),
    expect: [
      { about: "CVE-2026-0001", outcome: "incomplete" },
      {
        about: "CVE-2026-0003",
        outcome: "does-not-conform",
        declared: "CVE-2026-0003 affects the product. Severity: critical.",
      },
    ],
  },
  {
    name: "of several entries for one vulnerability the worst counts",
    given: given(
      a({ id: "A", state: "under-investigation", severity: "critical" }),
      a({ id: "A", severity: "high" }),
      a({ id: "A", state: "fixed", severity: "critical" }),
      a({ id: "B", severity: "high" }),
      a({ id: "B", severity: "critical" }),
      a({ id: "C", severity: "critical" }),
      a({ id: "C", severity: "low", exploited: true }),
      a({ id: "D", state: "not-affected" }),
      a({ id: "D", state: "under-investigation", exploited: true }),
      a({ id: "E", state: "under-investigation", severity: "critical" }),
      a({ id: "E", state: "under-investigation", severity: "low", exploited: true }),
      a({ id: "F", state: "not-affected" }),
      a({ id: "F", severity: "high" }),
    ),
    expect: [
      { about: "A", outcome: "does-not-conform", declared: "A affects the product. Severity: high." },
      { about: "B", outcome: "does-not-conform", declared: "B affects the product. Severity: critical." },
      {
        about: "C",
        outcome: "does-not-conform",
        declared: "C affects the product and is being exploited. Severity: low.",
      },
      {
        about: "D",
        outcome: "does-not-conform",
        declared: "D is said not to affect the product, without a reason. Severity: high.",
      },
      {
        about: "E",
        outcome: "incomplete",
        declared:
          "E is being exploited; whether it affects the product is under investigation. Severity: low.",
      },
      { about: "F", outcome: "does-not-conform", declared: "F affects the product. Severity: high." },
    ],
  },
  {
    name: "of two entries in the same state the more severe one counts",
    given: {
      policy: { openVulnerabilities: "none" },
      facts: { vulnerabilities: [a({ severity: "low" }), a({ severity: "medium" })] },
    },
    expect: [
      {
        about: "CVE-2026-0001",
        outcome: "does-not-conform",
        declared: "CVE-2026-0001 affects the product. Severity: medium.",
      },
    ],
  },
]);
