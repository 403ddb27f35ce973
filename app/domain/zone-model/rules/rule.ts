import type { ZoneModelCommand } from "../commands";
import type { ZoneModelIndex } from "../queries";
import type { Conduit, ElementKind, ElementRef } from "../zone-model";

/** A clause of a standard that a rule implements, e.g. `{ standard: "iec-62443-3-2", ref: "ZCR 3.4" }`. */
export type RuleClause = { standard: string; ref: string };

/** `error`: the model must not stay so. `warning`: needs a reason or a change. `notice`: worth a look. */
export type RuleSeverity = "error" | "warning" | "notice";

export type ModelFinding = {
  /** Unique within one evaluation and the same in the next one, so that comments can hang on it. */
  id: string;
  ruleId: string;
  severity: RuleSeverity;
  /** Where it shows on the canvas. */
  element: ElementRef;
  related: ReadonlyArray<ElementRef>;
  /** For the sentence `<rule id>.finding` of the message files. */
  params: Readonly<Record<string, string | number>>;
  /** One step that closes the finding, where one exists; undone like any other gesture. */
  fix?: ReadonlyArray<ZoneModelCommand>;
};

/** Parts of a model that a rule looks at; while they are the same objects, so are its findings. */
export type RulePart = "zones" | "conduits" | "assets";

export type ModelRule = {
  /** The sentence that should be true; also its file, its test and its key in the message files. */
  id: string;
  clauses: ReadonlyArray<RuleClause>;
  severity: RuleSeverity;
  reads: ReadonlyArray<RulePart>;
  evaluate(index: ZoneModelIndex): ReadonlyArray<ModelFinding>;
};

/** What a rule sees; the rest of a finding follows from the rule. */
export type Observation = Pick<ModelFinding, "element" | "params" | "fix"> & {
  related?: ReadonlyArray<ElementRef>;
  /** Tells several findings at one element apart, e.g. a channel id. */
  about?: string;
  /** Where this case is worse or milder than the rule. */
  severity?: RuleSeverity;
};

/** A rule from what it observes, in model order. */
export function modelRule({
  observe,
  ...rule
}: Omit<ModelRule, "evaluate"> & {
  observe(index: ZoneModelIndex): ReadonlyArray<Observation>;
}): ModelRule {
  return { ...rule, evaluate: (index) => observe(index).map((observation) => findingOf(rule, observation)) };
}

const NONE: ReadonlyArray<never> = [];

/** Member by member: spreading thousands of small objects took most of the time of an edit. */
function findingOf(rule: Pick<ModelRule, "id" | "severity">, observation: Observation): ModelFinding {
  const { element, params, related = NONE, about, severity = rule.severity, fix } = observation;
  const place = `${rule.id}:${element.kind}:${element.id}`;
  const id = about === undefined ? place : `${place}:${about}`;
  const finding: ModelFinding = { id, ruleId: rule.id, severity, element, related, params };
  if (fix) finding.fix = fix;
  return finding;
}

export function refTo(kind: ElementKind, { id }: { id: string }): ElementRef {
  return { kind, id };
}

/** Names of both ends for a sentence; an id stands in for a zone that is missing. */
export function namesOfEnds(
  index: ZoneModelIndex,
  { fromZoneId, toZoneId }: Conduit,
): { from: string; to: string } {
  const nameOf = (id: string) => index.zoneById.get(id)?.name ?? id;
  return { from: nameOf(fromZoneId), to: nameOf(toZoneId) };
}
