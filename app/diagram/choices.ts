import type { ComponentType, Confidence } from "~/domain/requirement/component-requirement";
import type { RiskScale } from "~/domain/risk/risk-matrix";
import type { FoundationalRequirement, SlVector } from "~/domain/security-level/security-level";
import type { TRANSPORTS, TrustClass } from "~/domain/zone-model/zone-model";

/** What the editor offers to choose from; the page hands it over, this room knows no catalogue. */
export type ZoneTypeChoice = {
  id: string;
  name: string;
  trustClass: TrustClass;
  /** A suggestion, never more: it carries its own confidence. */
  suggestedSlTarget: SlVector | null;
  slTargetReasoning?: Readonly<Partial<Record<FoundationalRequirement, string>>> | null;
  slTargetBasis: string;
  slTargetConfidence: Confidence;
  alsoCalled: ReadonlyArray<string>;
};

export type ProtocolChoice = {
  id: string;
  name: string;
  transports: ReadonlyArray<(typeof TRANSPORTS)[number]>;
  port: number | null;
  encryption: "yes" | "no" | "optional" | "partly";
  secureOption: string | null;
};

export type ReleaseChoice = {
  releaseId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  componentTypes: ReadonlyArray<ComponentType>;
};

/** What a target is held against: the matrices that assessments name, and what was accepted last, by kind and id. */
export type TargetChoices = {
  scales: ReadonlyArray<RiskScale & { version: number }>;
  accepted: ReadonlyArray<{ key: string; fingerprint: string; by: string; at: string }>;
};

export type Choices = {
  targets: TargetChoices;
  zoneTypes: ReadonlyArray<ZoneTypeChoice>;
  protocols: ReadonlyArray<ProtocolChoice>;
  releases: ReadonlyArray<ReleaseChoice>;
};
