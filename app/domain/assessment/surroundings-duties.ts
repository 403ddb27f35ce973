import type { DeclarationContent } from "../declaration/declaration";
import type { Regime } from "../declaration/fact-values";
import type { IsoDate } from "../shared/iso-date";
import type { FindingOutcome, LegalMilestone, Message } from "./assessment";

/** The part of a milestone that a duty is judged by. */
export type Duty = Pick<LegalMilestone, "id" | "regime" | "article" | "appliesFrom">;

/** What a supplier says of its product's place in the law; null = not stated. */
export type LegalStanding = {
  regime: Regime | null;
  riskClass: string | null;
  placedOnMarketOn: IsoDate | null;
  conformityDeclared: ReadonlyArray<string> | null;
  certificateEndsOn: IsoDate | null;
  aiFunction: string | null;
  statesNotice: boolean;
  statesContact: boolean;
};

export function legalStandingOf({ facts }: DeclarationContent): LegalStanding {
  return {
    regime: facts.regime ?? null,
    riskClass: facts.riskClass ?? null,
    placedOnMarketOn: facts.placedOnMarketOn ?? null,
    conformityDeclared: facts.conformityDeclared ?? null,
    certificateEndsOn: facts.conformityCertificateEndsOn ?? null,
    aiFunction: facts.aiFunction ?? null,
    statesNotice: facts.incidentNoticeHours !== undefined,
    statesContact: facts.vulnerabilityContact !== undefined,
  };
}

/** How a product stands to one duty, with what follows; a note is worth knowing and never decides. */
export const DUTY_OUTCOMES = {
  "not-checked": "note",
  "to-come": "note",
  "higher-transition-runs": "note",
  "lower-transition-runs": "note",
  "earlier-product": "note",
  "reporting-stated": "conforms",
  "reporting-unstated": "incomplete",
  "market-day-unstated": "incomplete",
  "conformity-declared": "conforms",
  "conformity-unstated": "incomplete",
  "conformity-missing": "does-not-conform",
  "certificate-ended": "incomplete",
  "certificate-unstated": "conforms-with-conditions",
  "class-unstated": "incomplete",
  "class-to-confirm": "conforms-with-conditions",
  "transition-over": "does-not-conform",
  "ai-unstated": "incomplete",
  "ai-to-confirm": "conforms-with-conditions",
} as const satisfies Readonly<Record<string, FindingOutcome | "note">>;
export type DutyState = keyof typeof DUTY_OUTCOMES;

/** Null where the duty does not concern this product after all. */
type Judge = (standing: LegalStanding, duty: Duty, asOf: IsoDate) => DutyState | null;

const JUDGES: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  [
    "eu-cra:reporting",
    whenItApplies(({ statesNotice, statesContact }) =>
      statesNotice && statesContact ? "reporting-stated" : "reporting-unstated",
    ),
  ],
  ["eu-cra:full-application", whenItApplies(judgeFullApplication)],
  ["eu-mdr:application", whenItApplies((standing, _, asOf) => judgeConformity(standing, ["mdr"], asOf))],
  ["eu-ivdr:application", whenItApplies((standing, _, asOf) => judgeConformity(standing, ["ivdr"], asOf))],
  ["eu-mdr:directive-certificate", whenItApplies((standing, _, asOf) => judgeLegacy(standing, "mdr", asOf))],
  [
    "eu-ivdr:directive-certificate",
    whenItApplies((standing, _, asOf) => judgeLegacy(standing, "ivdr", asOf)),
  ],
  [
    "eu-mdr:higher-class-transition",
    afterTransition("higher-transition-runs", ({ riskClass }) =>
      riskClass === null ? "class-unstated" : "class-to-confirm",
    ),
  ],
  ["eu-mdr:lower-class-transition", afterTransition("lower-transition-runs", () => "transition-over")],
  ["eu-ai-act:high-risk", judgeHighRisk],
]);

export const DUTY_IDS: ReadonlyArray<string> = [...JUDGES.keys()];

/** Duties of a profile, the earliest first. */
export function dutiesOf(milestones: ReadonlyArray<LegalMilestone>): ReadonlyArray<Duty> {
  const duties = milestones.map(({ id, regime, article, appliesFrom }) => ({
    id,
    regime,
    article,
    appliesFrom,
  }));
  return duties.sort((a, b) => (`${a.appliesFrom} ${a.id}` < `${b.appliesFrom} ${b.id}` ? -1 : 1));
}

export function dutyParams({ article, appliesFrom }: Duty, standing: LegalStanding): Message["params"] {
  const { conformityDeclared, placedOnMarketOn, certificateEndsOn, riskClass } = standing;
  return {
    article,
    from: appliesFrom,
    laws: conformityDeclared === null || conformityDeclared.length === 0 ? ["none"] : conformityDeclared,
    market: placedOnMarketOn ?? "",
    certificate: certificateEndsOn ?? "",
    riskClass: riskClass ?? "",
  };
}

/** How the product stands to a duty of its own regime on one day. */
export function judgeDuty(duty: Duty, standing: LegalStanding, asOf: IsoDate): DutyState | null {
  if (duty.regime !== standing.regime) return null;
  const judge = JUDGES.get(duty.id);
  return judge === undefined ? "not-checked" : judge(standing, duty, asOf);
}

function whenItApplies(judge: Judge): Judge {
  return (standing, duty, asOf) => (asOf < duty.appliesFrom ? "to-come" : judge(standing, duty, asOf));
}

/** The day of such a milestone is the last of the transition; whoever conforms to the regulation needs none. */
function afterTransition(whileItRuns: DutyState, judge: Judge): Judge {
  return (standing, duty, asOf) => {
    if (standing.conformityDeclared?.includes("mdr")) return "conformity-declared";
    return asOf <= duty.appliesFrom ? whileItRuns : judge(standing, duty, asOf);
  };
}

/** Products that were on the market before are covered only after a substantial modification (CRA Art. 69(2)). */
function judgeFullApplication(standing: LegalStanding, duty: Duty): DutyState {
  const { placedOnMarketOn, conformityDeclared } = standing;
  if (conformityDeclared?.includes("cra")) return "conformity-declared";
  if (placedOnMarketOn === null) return "market-day-unstated";
  if (placedOnMarketOn < duty.appliesFrom) return "earlier-product";
  return conformityDeclared === null ? "conformity-unstated" : "conformity-missing";
}

/** Not every class needs a certificate; one that is named must not have ended. */
function judgeConformity(
  { conformityDeclared, certificateEndsOn }: LegalStanding,
  laws: ReadonlyArray<string>,
  asOf: IsoDate,
): DutyState {
  if (conformityDeclared === null) return "conformity-unstated";
  if (!laws.some((law) => conformityDeclared.includes(law))) return "conformity-missing";
  return certificateEndsOn !== null && certificateEndsOn < asOf ? "certificate-ended" : "conformity-declared";
}

/** A device of a directive lives on its certificate; one that needed none cannot be told from one that names none. */
function judgeLegacy(standing: LegalStanding, regulation: "mdr" | "ivdr", asOf: IsoDate): DutyState {
  const state = judgeConformity(standing, ["directive", regulation], asOf);
  if (state !== "conformity-declared" || standing.certificateEndsOn !== null) return state;
  return standing.conformityDeclared?.includes(regulation) ? "conformity-declared" : "certificate-unstated";
}

/** Medical devices with an AI function are high-risk as a rule, not always: somebody has to say. */
function judgeHighRisk(standing: LegalStanding, duty: Duty, asOf: IsoDate): DutyState | null {
  if (standing.aiFunction === "none") return null;
  if (asOf < duty.appliesFrom) return standing.aiFunction === null ? null : "to-come";
  if (standing.aiFunction === null) return "ai-unstated";
  return standing.conformityDeclared?.includes("ai-act") ? "conformity-declared" : "ai-to-confirm";
}
