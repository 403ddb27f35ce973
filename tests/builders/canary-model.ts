import { NO_POLICY } from "~/domain/policy/policy";
import { FOUNDATIONAL_REQUIREMENTS, flatVector } from "~/domain/security-level/security-level";
import { INITIATORS, TRANSPORTS, TRUST_CLASSES, type ZoneModel } from "~/domain/zone-model/zone-model";
import { aChannel, aConduit, anAsset, aZone, aZoneModel } from "./zone-model";

/** In every word of a canary hospital that must not cross, so that one search finds them all. */
export const CANARY = "zqcanary";
/** Addresses that the hospital writes into its own words. */
export const CANARY_ADDRESS = "10.99.77.55";

export const word = (field: string) => `${CANARY} ${field} ${CANARY_ADDRESS}`;
export const markedId = (name: string) => `${CANARY}-${name}`;

/** Values that are words of the portal and not the hospital's. */
const PORTAL_WORDS: ReadonlySet<string> = new Set([
  ...[...TRUST_CLASSES, ...TRANSPORTS, ...INITIATORS, ...FOUNDATIONAL_REQUIREMENTS],
  ...["none", "low", "medium", "high"],
  ...["zone", "conduit", "asset", "host-device", "imaging"],
  ...["zone-has-sl-target", "2027-01-01", "2762", "44818", "DICOM over TLS"],
]);

/** Every string of a model, with where it stands, that neither carries the mark nor is a word of the portal. */
export function unmarkedStrings(value: unknown, place = "model"): ReadonlyArray<string> {
  if (typeof value === "string")
    return value.includes(CANARY) || PORTAL_WORDS.has(value) ? [] : [`${place}: ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => unmarkedStrings(member, `${place}.${key}`));
}

/** A model with the mark in every text and every id that a hospital can write. */
export function aCanaryModel(): ZoneModel {
  const riskAssessment = {
    matrixVersion: 0,
    consequence: { patientSafety: 4, careContinuity: 3, data: 2 },
    consequenceReason: word("consequence"),
    vulnerabilities: word("weaknesses"),
    threats: [
      {
        ...{ id: markedId("threat"), threatId: null, name: word("threat") },
        foundationalRequirements: ["IAC"],
        ...{ consequence: 3, likelihood: 3, residualLikelihood: 2, residualConsequence: 2 },
        ...{ residualReason: word("residual"), reason: word("threat reason") },
      },
    ],
    tolerableRisk: 6,
  } satisfies ZoneModel["zones"][number]["riskAssessment"];
  const texts = (name: string) => ({
    ...{ id: markedId(name), name: word(name), purpose: word(`${name} purpose`) },
    ...{ slTargetRationale: word(`${name} rationale`), owner: word(`${name} owner`), riskAssessment },
    ...{ weakerThanParentReason: word(`${name} weaker`), policy: NO_POLICY },
  });
  return aZoneModel({
    zones: [
      aZone({ ...texts("target"), referenceType: "imaging", slTarget: flatVector(2), policy: {} }),
      aZone({ ...texts("neighbour"), trustClass: "high" }),
      aZone({ ...texts("inner"), parentId: markedId("target"), slTarget: flatVector(1) }),
    ],
    conduits: [
      aConduit({
        ...{ id: markedId("conduit"), name: word("conduit"), riskAssessment },
        ...{ fromZoneId: markedId("target"), toZoneId: markedId("neighbour") },
        slTargetRationale: word("conduit rationale"),
        channels: [
          aChannel({ id: markedId("known"), purpose: word("channel purpose") }),
          aChannel({
            ...{ id: markedId("own"), protocol: word("protocol"), purpose: word("own purpose") },
            ports: "44818",
          }),
        ],
      }),
    ],
    assets: [
      anAsset({
        ...{ id: markedId("asset"), name: word("asset"), zoneId: markedId("target") },
        ...{ location: word("location"), softwareVersion: word("software") },
        ...{ manufacturer: word("manufacturer"), model: word("model"), udiDi: word("udi") },
        productReleaseId: markedId("release"),
      }),
    ],
    waivers: [
      {
        ...{ id: markedId("waiver"), ruleId: "zone-has-sl-target", reason: word("waiver") },
        ...{ element: { kind: "zone", id: markedId("neighbour") }, expiresOn: "2027-01-01" },
      },
    ],
    layout: { [markedId("target")]: { x: 0, y: 0, width: 400, height: 300 } },
  });
}
