import { OFFERED_THREAT_BY_ID } from "~/catalogue/risk";
import type { Rating, RiskAssessment, ThreatRating } from "~/domain/risk/risk-assessment";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
} from "~/domain/security-level/security-level";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { campusConduits, conduitId } from "./conduits";
import { campusZones } from "./zones";

type Rated = { likelihood: Rating; consequence?: Rating; residual: Rating | null; reason?: string };

/** A workshop of engineers and clinicians on one place: what it found, and who stands by it. */
export type Workshop = {
  element: { kind: "zone" | "conduit"; id: string };
  assessment: RiskAssessment;
  /** Goes on after the reason that the zone has already. */
  why: string;
  /** The lead's words; null = nobody has accepted it. */
  note: string | null;
};

export const WORKSHOPS: ReadonlyArray<Workshop> = [
  {
    element: { kind: "zone", id: "critical-care" },
    assessment: assessed({
      consequence: { patientSafety: 5, careContinuity: 5, data: 3 },
      reason:
        "A ventilator that stops unnoticed kills within minutes. There is no second intensive care in the region.",
      weaknesses:
        "Pump racks share one service password. The central station runs a system that gets patches twice a year.",
      threats: [
        own("bedside-malware", "Malware that stops bedside devices at once", ["SI", "RDF", "RA"], {
          likelihood: 4,
          residual: 1,
          reason: "Happened to two hospitals of the country in three years.",
        }),
        offered("ransomware-from-office", { likelihood: 4, consequence: 4, residual: 2 }),
        offered("manipulated-therapy-parameters", {
          likelihood: 3,
          residual: 1,
          reason: "Needs access to the ward or the pump server.",
        }),
        offered("physical-access", {
          likelihood: 3,
          consequence: 4,
          residual: 1,
          reason: "Visitors stand beside the devices.",
        }),
        offered("error-without-intent", { likelihood: 3, consequence: 4, residual: 1 }),
      ],
    }),
    why: "Confirmed by the risk assessment with intensive care and biomedical engineering.",
    note: "Ransomware stays above tolerable until the backup of the central station is tested. I live with it for half a year.",
  },
  {
    element: { kind: "zone", id: "imaging" },
    assessment: assessed({
      consequence: { patientSafety: 4, careContinuity: 4, data: 4 },
      reason: "A wrong image leads to a wrong operation. Without CT the emergency intake is closed.",
      weaknesses:
        "Consoles run an operating system out of support. Service laptops of three suppliers come and go.",
      threats: [
        own("service-laptop", "A service laptop opens the way from console to console", ["RDF"], {
          likelihood: 5,
          residual: 1,
        }),
        offered("ransomware-from-office", { likelihood: 4, residual: 1 }),
        offered("unpatched-legacy-system", {
          likelihood: 4,
          residual: 1,
          reason: "Two of four X-ray rooms.",
        }),
        offered("eavesdropping-on-clinical-data", { likelihood: 3, residual: 1 }),
        offered("portable-media", {
          likelihood: 4,
          consequence: 3,
          residual: 1,
          reason: "Patients bring discs.",
        }),
      ],
    }),
    why: "Confirmed by the risk assessment with radiology.",
    note: "To be looked at again when the new CT is in use.",
  },
  {
    element: { kind: "zone", id: "vendor-access" },
    assessment: assessed({
      consequence: { patientSafety: 4, careContinuity: 5, data: 4 },
      reason: "Whoever holds this zone reaches every device that is serviced from outside.",
      weaknesses: "One supplier still shares an account among its technicians.",
      threats: [
        offered("stolen-supplier-credentials", {
          likelihood: 4,
          residual: 1,
          reason: "Tried here in March.",
        }),
        offered("unwatched-service-line", { likelihood: 4, consequence: 4, residual: 1 }),
        offered("compromised-update", { likelihood: 3, consequence: 4, residual: 1 }),
        offered("theft-of-records", {
          likelihood: 3,
          consequence: 4,
          residual: 1,
          reason: "Consoles show images to technicians.",
        }),
        offered("attack-from-internet", { likelihood: 3, consequence: 3, residual: 1 }),
      ],
    }),
    why: "Confirmed by the risk assessment of the suppliers' entrance.",
    note: "",
  },
  {
    element: { kind: "conduit", id: conduitId("vendor-access", "building-automation") },
    assessment: assessed({
      consequence: { patientSafety: 4, careContinuity: 5, data: 2 },
      reason: "Air of the theatres and cooling of the data centre depend on what is set here.",
      weaknesses: "The plant server accepts its web interface without a second factor.",
      threats: [
        offered("stolen-supplier-credentials", { likelihood: 4, residual: 1 }),
        offered("unwatched-service-line", { likelihood: 4, consequence: 4, residual: 1 }),
        offered("compromised-update", { likelihood: 3, consequence: 4, residual: null }),
        offered("eavesdropping-on-clinical-data", {
          likelihood: 4,
          consequence: 3,
          residual: 1,
          reason: "Passwords of the plant, no patients' data.",
        }),
        offered("denial-of-service", { likelihood: 3, consequence: 4, residual: 1 }),
      ],
    }),
    why: "From the risk assessment of plant service: as strict as the entrance of suppliers.",
    note: null,
  },
];

/** Zones whose targets nobody accepts before somebody has rated their risk. */
export const AWAITING_WORKSHOP: ReadonlyArray<string> = [
  "home-monitoring",
  "research-ai",
  "medical-gas",
  "pharmacy",
];

/** The result of a workshop as one edit of the draft: targets stay what they were, now with their grounds. */
export function recordWorkshop({ element, assessment, why }: Workshop): ReadonlyArray<ZoneModelCommand> {
  if (element.kind === "conduit") {
    const target = campusConduits().find(({ id }) => id === element.id) && CONDUIT_TARGET;
    if (!target) throw new Error(`the campus has no conduit ${element.id}`);
    const changes = { slTarget: target, slTargetRationale: why, riskAssessment: assessment };
    return [{ type: "update-conduit", conduitId: element.id, changes }];
  }
  const zone = campusZones().find(({ id }) => id === element.id);
  if (!zone) throw new Error(`the campus has no zone ${element.id}`);
  return [
    { type: "update-zone", zoneId: zone.id, changes: { riskAssessment: assessment } },
    {
      type: "set-sl-target",
      zoneId: zone.id,
      slTarget: zone.slTarget,
      rationale: `${zone.slTargetRationale}\n${why}`,
    },
  ];
}

/** What follows from the assessment, and no less than either end asks for. */
const CONDUIT_TARGET = { IAC: 3, UC: 3, SI: 2, DC: 2, RDF: 3, TRE: 3, RA: 2 } as const;

type Workshopped = Pick<RiskAssessment, "consequence" | "threats"> & { reason: string; weaknesses: string };

function assessed({ consequence, threats, reason, weaknesses }: Workshopped): RiskAssessment {
  return {
    matrixVersion: 0,
    consequence,
    consequenceReason: reason,
    vulnerabilities: weaknesses,
    threats,
    tolerableRisk: null,
  };
}

function offered(threatId: string, rated: Rated): ThreatRating {
  const threat = OFFERED_THREAT_BY_ID.get(threatId);
  if (!threat) throw new Error(`the catalogue offers no threat ${threatId}`);
  const against = FOUNDATIONAL_REQUIREMENTS.filter((fr) => threat.foundationalRequirements[fr] !== undefined);
  return { ...own(threatId, threat.name, against, rated), threatId };
}

function own(
  id: string,
  name: string,
  foundationalRequirements: Array<FoundationalRequirement>,
  { likelihood, consequence, residual, reason }: Rated,
): ThreatRating {
  return {
    ...{ id, threatId: null, name, foundationalRequirements },
    consequence: consequence ?? null,
    likelihood,
    residualLikelihood: residual,
    reason: reason ?? "",
  };
}
