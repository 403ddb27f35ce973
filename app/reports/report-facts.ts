import type { ZoneLevels } from "~/domain/assessment/zone-levels";
import type { CountermeasureStanding } from "~/domain/countermeasure/countermeasure";
import type { LayerEntry } from "~/domain/policy/layer-changes";
import type { Policy, PolicyLayer } from "~/domain/policy/policy";
import type { PolicyKey } from "~/domain/policy/policy-rules";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import type { AcceptanceStanding, TargetOrigin, TargetRecord } from "~/domain/risk/target-record";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import type { WaivedFinding } from "~/domain/zone-model/waivers";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Translate } from "~/i18n/keys";

/** Which state of a model a document shows. Instants are ISO 8601; people are names, null where nobody is known. */
export type ShownState =
  | {
      kind: "draft";
      version: number;
      updatedAt: string;
      submitted: { by: string | null; at: string; note: string } | null;
    }
  | {
      kind: "revision";
      number: number;
      note: string;
      submittedBy: string | null;
      approvedBy: string | null;
      publishedAt: string;
    };

/** What every document of a model says of it. */
export type DocumentFacts = {
  hospitalName: string;
  modelName: string;
  siteName: string;
  purpose: string;
  state: ShownState;
  fingerprint: string;
  asOf: IsoDate;
  content: ZoneModel;
};

export type ReportTarget = {
  origin: TargetOrigin;
  acceptance: AcceptanceStanding;
  acceptedBy: string | null;
  acceptedAt: string | null;
  /** What whoever accepted had to say. */
  note: string;
  /** What was accepted, with the version of the draft that first said it, where something else stands now. */
  was: { record: TargetRecord; version: number } | null;
};

export type ReportCountermeasure = {
  kind: "zone" | "conduit";
  elementId: string;
  title: string;
  standing: CountermeasureStanding;
  expiresOn: string | null;
  requirementIds: ReadonlyArray<string>;
};

export type ReportLaw = {
  instruments: ReadonlyArray<{
    id: string;
    title: string;
    citation: string;
    dates: ReadonlyArray<{ date: string; event: string; confidence: Confidence }>;
  }>;
  obligations: ReadonlyArray<{ instrument: string; ref: string; summary: string; confidence: Confidence }>;
};

/** Everything a zone and conduit report rests on. The state is as it was; the rest is of the day `asOf`. */
export type ReportFacts = DocumentFacts & {
  previous: { number: number; content: ZoneModel } | null;
  policy: { version: number | null; layer: PolicyLayer };
  matrix: { version: number; matrix: RiskMatrix };
  /** By version; only those that assessments of the state, or what was accepted, were rated with. */
  matrices: ReadonlyMap<number, RiskMatrix>;
  /** By kind and id as in `zone:imaging`. */
  targets: ReadonlyMap<string, ReportTarget>;
  open: ReadonlyArray<ModelFinding>;
  waived: ReadonlyArray<WaivedFinding>;
  ledger: ReadonlyArray<ReportCountermeasure>;
  /** By zone. */
  achieved: ReadonlyMap<string, ZoneLevels>;
  /** Product with its release, by id. */
  products: ReadonlyMap<string, string>;
  law: ReportLaw;
};

/** The words of a report: messages, and what pages write by rules of their own. */
export type ReportWords = {
  language: string;
  t: Translate<"report">;
  /** `21 Nov 2026`, also of an instant. */
  day(value: string): string;
  finding(finding: ModelFinding): string;
  policyValue(key: PolicyKey, entry: LayerEntry): string;
  /** Name of a member of an element that differs. */
  field(name: string): string;
};

/** A report while it is built. */
export type ReportInput = {
  facts: ReportFacts;
  index: ZoneModelIndex;
  words: ReportWords;
  drawing: { svg: string; width: number; height: number };
  /** By kind and id as in `asset:mri-1`. */
  openAt: ReadonlyMap<string, ReadonlyArray<ModelFinding>>;
  waivedAt: ReadonlyMap<string, ReadonlyArray<WaivedFinding>>;
  ledgerAt: ReadonlyMap<string, ReadonlyArray<ReportCountermeasure>>;
  /** What holds where neither a zone nor its kind says otherwise. */
  generalPolicy: Policy;
};
