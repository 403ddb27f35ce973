import type { Confidence } from "~/domain/requirement/component-requirement";
import type { SlVector } from "~/domain/security-level/security-level";
import type { ElementFacts } from "~/domain/zone-model/element-facts";
import type { RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { Asset, Conduit, ElementRef, Place, Zone } from "~/domain/zone-model/zone-model";
import type { ShownThread } from "../review/comment-threads";

export type ZoneChoice = { id: string; name: string; depth: number };

/** What the forms of the table offer to choose from. */
export type Choices = {
  zones: ReadonlyArray<ZoneChoice>;
  zoneTypes: ReadonlyArray<{ id: string; name: string }>;
  protocols: ReadonlyArray<string>;
  releases: ReadonlyArray<{ id: string; name: string }>;
};

/** What people say of an element, and who changed it last. */
export type ElementRecord = {
  changed: { personName: string; at: string; version: number } | null;
  threads: ReadonlyArray<ShownThread>;
  settled: ReadonlyArray<ShownThread>;
  mayComment: boolean;
  maySettle: boolean;
};

export type Template = {
  id: string;
  name: string;
  about: string;
  zones: number;
  conduits: number;
  assets: number;
};

/** What the kind of a zone suggests, where that is not its target already. */
export type Suggestion = {
  name: string;
  suggestedSlTarget: SlVector | null;
  slTargetConfidence: Confidence;
};

type Told = {
  element: ElementRef;
  facts: ElementFacts;
  findings: { count: number; worst: RuleSeverity } | null;
  /** SL-A of a zone as far as its products are known. */
  levels: { vector: SlVector | null; alone: SlVector | null; unknown: number } | null;
  record: ElementRecord;
};

/** The element whose forms are open, or what is added; `into` is the zone that takes it in to begin with. */
export type Picked =
  | { kind: "new"; of: "zone" | "conduit" | "asset"; into: string | null }
  | { kind: "insert"; of: "template" | "paste"; into: string | null; templates: ReadonlyArray<Template> }
  | PickedElement;

export type PickedElement =
  | ({
      kind: "zone";
      zone: Zone;
      parents: ReadonlyArray<ZoneChoice>;
      place: Place | null;
      suggestion: Suggestion | null;
    } & Told)
  | ({ kind: "conduit"; conduit: Conduit; derived: SlVector | null } & Told)
  | ({ kind: "asset"; asset: Asset } & Told);
