import { factCheck } from "../../check";
import { findingsOf, type Ways } from "../../check-parts";
import {
  DUTY_OUTCOMES,
  type Duty,
  type DutyState,
  dutiesOf,
  dutyParams,
  judgeDuty,
  type LegalStanding,
  legalStandingOf,
} from "../../surroundings-duties";

const id = "regime-duties-are-met";
const finding = findingsOf(id, null);

/**
 * What the law of a product asks of it on the day of the assessment, and what it will ask: one finding per milestone of
 * its regime. Which product falls under which regime is for regime-is-clear. No legal advice.
 */
export const regimeDutiesAreMet = factCheck<ReadonlyArray<Duty>, LegalStanding>({
  id,
  clauses: [
    { standard: "eu-cra", ref: "Art. 14(1)-(2)" },
    { standard: "eu-cra", ref: "Art. 69(2)-(3)" },
    { standard: "eu-mdr", ref: "Annex I 17.2" },
    { standard: "eu-ivdr", ref: "Annex I 16.1-16.2" },
    { standard: "eu-ai-act", ref: "Annex I" },
  ],
  demandOf: ({ policy, milestones }) => policy.regimes && dutiesOf(milestones),
  subjectOf: legalStandingOf,
  evaluate: (duties, standing, asOf) =>
    duties.flatMap((duty) => {
      const state = judgeDuty(duty, standing, asOf);
      if (state === null) return [];
      const expected = EXPECTED[duty.id] ?? "expected.other-duty";
      const params = dutyParams(duty, standing);
      return [
        finding({ about: duty.id, outcome: DUTY_OUTCOMES[state], state, expected, params, ...WAYS[state] }),
      ];
    }),
});

const EXPECTED: Readonly<Record<string, string>> = {
  "eu-cra:reporting": "expected.reporting",
  "eu-cra:full-application": "expected.cra-conformity",
  "eu-mdr:application": "expected.mdr-conformity",
  "eu-mdr:directive-certificate": "expected.directive-certificate",
  "eu-mdr:higher-class-transition": "expected.higher-class-transition",
  "eu-mdr:lower-class-transition": "expected.lower-class-transition",
  "eu-ivdr:application": "expected.ivdr-conformity",
  "eu-ivdr:directive-certificate": "expected.directive-certificate",
  "eu-ai-act:high-risk": "expected.high-risk-ai",
};

const WAYS: Readonly<Record<DutyState, Ways>> = {
  "not-checked": {},
  "to-come": {},
  "higher-transition-runs": {},
  "lower-transition-runs": {},
  "earlier-product": {},
  "reporting-stated": {},
  "reporting-unstated": { supplier: ["state-reporting"] },
  "market-day-unstated": { supplier: ["state-market-day"] },
  "conformity-declared": {},
  "conformity-unstated": { supplier: ["state-conformity"] },
  "conformity-missing": { supplier: ["declare-conformity"], hospital: ["except"] },
  "certificate-ended": { supplier: ["renew-certificate"] },
  "certificate-unstated": { supplier: ["state-certificate"], hospital: ["confirm-no-certificate"] },
  "class-unstated": { supplier: ["state-class"] },
  "class-to-confirm": { supplier: ["move-to-regulation"], hospital: ["confirm-class"] },
  "transition-over": { supplier: ["move-to-regulation"], hospital: ["except"] },
  "ai-unstated": { supplier: ["state-ai"] },
  "ai-to-confirm": { supplier: ["declare-ai"], hospital: ["confirm-ai"] },
};
