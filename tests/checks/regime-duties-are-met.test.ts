import { LEGAL_MILESTONES } from "~/catalogue/milestones";
import { regimeDutiesAreMet } from "~/domain/assessment/checks/surroundings/regime-duties-are-met";
import type { ProductFacts } from "~/domain/declaration/facts";
import { DIRECTIVE, duty, HIGHER, LEGACY, LOWER, PROMISED, EVERY_REGIME as policy } from "./duties";
import { factScenarios } from "./fact-scenarios";

const REPORTING = "eu-cra:reporting";
const CRA = "eu-cra:full-application";
const REPORTS: ProductFacts = { incidentNoticeHours: 24, vulnerabilityContact: "psirt@example.org" };

factScenarios(regimeDutiesAreMet, [
  {
    name: "no rule, nothing to say",
    given: { facts: { regime: "cra" }, profile: { milestones: LEGAL_MILESTONES } },
    expect: [],
  },
  {
    name: "without milestones there is nothing to say",
    given: { policy, facts: { regime: "cra" } },
    expect: [],
  },
  ...([undefined, "unclear", "other"] as const).map((regime) => ({
    name: `no milestone concerns a product of regime ${regime ?? "unknown"}`,
    given: {
      policy,
      facts: regime === undefined ? {} : { regime },
      profile: { milestones: LEGAL_MILESTONES },
    },
    expect: [],
  })),
  {
    name: "one finding per milestone of the product's own regime, the earliest first, in whatever order they come",
    given: {
      policy,
      facts: LEGACY,
      asOf: "2026-11-21",
      profile: { milestones: [...LEGAL_MILESTONES].reverse() },
    },
    expect: [
      { about: DIRECTIVE, outcome: "conforms", severity: "none" },
      { about: HIGHER, outcome: "conforms", severity: "note" },
      { about: LOWER, outcome: "conforms", severity: "note" },
    ],
  },
  {
    name: "milestones of one day come in one order",
    given: {
      policy,
      facts: { regime: "cra" },
      profile: {
        milestones: ["b", "a", "c"].map((id) => ({
          id,
          regime: "cra" as const,
          instrument: "eu-cra",
          article: "Art. 1",
          appliesFrom: "2026-01-01",
        })),
      },
    },
    expect: [
      {
        about: "a",
        outcome: "conforms",
        severity: "note",
        expected: "What Art. 1 asks from 2026-01-01 on.",
        declared: "Conformity is declared with: none.",
        reason: "Art. 1 concerns this product. Cordon does not check it yet.",
        close: [],
      },
      { about: "b", outcome: "conforms", severity: "note" },
      { about: "c", outcome: "conforms", severity: "note" },
    ],
  },

  duty(
    REPORTING,
    "the day before it is still to come",
    "2026-09-10",
    { regime: "cra" },
    {
      outcome: "conforms",
      severity: "note",
      expected:
        "From 2026-09-11 on the maker must report exploited vulnerabilities and severe incidents, also of products already sold (CRA, Art. 14). So it says how soon it tells the hospital, and where vulnerabilities can be reported.",
      reason: `${PROMISED} 2026-09-11 on.`,
      close: [],
    },
  ),
  duty(
    REPORTING,
    "from the day on the supplier says how it reports",
    "2026-09-11",
    { regime: "cra" },
    {
      outcome: "incomplete",
      severity: "open",
      declared: "The supplier does not state both its notice time and a contact for vulnerabilities.",
      reason:
        "The duty to report has begun, and the supplier does not state what follows from it for the hospital.",
      close: [
        "supplier: State within how many hours hospitals are told, and give a contact for vulnerabilities.",
      ],
    },
  ),
  duty(
    REPORTING,
    "a notice time alone is not enough",
    "2026-09-11",
    { regime: "cra", incidentNoticeHours: 0 },
    {
      outcome: "incomplete",
    },
  ),
  duty(
    REPORTING,
    "nor is a contact",
    "2026-09-11",
    { regime: "cra", vulnerabilityContact: "x@example.org" },
    {
      outcome: "incomplete",
    },
  ),
  duty(
    REPORTING,
    "both are, also for a product that was sold before",
    "2026-09-11",
    {
      regime: "cra",
      placedOnMarketOn: "2020-01-01",
      ...REPORTS,
    },
    {
      outcome: "conforms",
      severity: "none",
      reason: "The supplier states how soon it tells the hospital and where vulnerabilities can be reported.",
      close: [],
    },
  ),

  duty(
    CRA,
    "the day before it is still to come",
    "2027-12-10",
    { regime: "cra", conformityDeclared: [] },
    {
      outcome: "conforms",
      severity: "note",
      declared: "Conformity is declared with: none.",
      reason: `${PROMISED} 2027-12-11 on.`,
    },
  ),
  duty(
    CRA,
    "without the day on which it came on the market it is open",
    "2027-12-11",
    {
      regime: "cra",
      conformityDeclared: [],
    },
    {
      outcome: "incomplete",
      expected:
        "A product that comes on the market on 2027-12-11 or later is declared to conform to the Cyber Resilience Act (Art. 69(2)-(3)).",
      reason:
        "Whether the product must conform depends on the day it came on the market, which is not stated.",
      close: ["supplier: State the day on which the product was placed on the market."],
    },
  ),
  duty(
    CRA,
    "an earlier product need not conform yet",
    "2027-12-11",
    {
      regime: "cra",
      placedOnMarketOn: "2027-12-10",
    },
    {
      outcome: "conforms",
      severity: "note",
      declared: "The product came on the market on 2027-12-10.",
      reason:
        "The product was on the market before 2027-12-11. The duty comes with a substantial modification, not before.",
      close: [],
    },
  ),
  duty(
    CRA,
    "a product of that day must conform, and not saying so is open",
    "2027-12-11",
    {
      regime: "cra",
      placedOnMarketOn: "2027-12-11",
    },
    {
      outcome: "incomplete",
      reason: "Under which laws conformity is declared is not stated.",
      close: ["supplier: State under which laws conformity is declared."],
    },
  ),
  duty(
    CRA,
    "a product of that day without conformity does not conform",
    "2028-01-01",
    {
      regime: "cra",
      placedOnMarketOn: "2027-12-11",
      conformityDeclared: ["mdr"],
    },
    {
      outcome: "does-not-conform",
      severity: "gap",
      declared: "Conformity is declared with: MDR.",
      reason:
        "The law that the supplier names asks for a declaration of conformity that the supplier does not make.",
      close: [
        "supplier: Complete the conformity assessment and declare it.",
        "hospital: Accept it by a written exception, limited in time, after legal advice.",
      ],
    },
  ),
  duty(
    CRA,
    "a product that conforms does, whenever it came",
    "2028-01-01",
    {
      regime: "cra",
      conformityDeclared: ["cra"],
    },
    {
      outcome: "conforms",
      severity: "none",
      declared: "Conformity is declared with: CRA.",
      reason: "Conformity is declared as the law asks.",
      close: [],
    },
  ),
]);
