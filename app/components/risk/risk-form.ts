import type { RiskPart } from "~/domain/risk/assessment-parts";
import { CONSEQUENCE_CATEGORIES, type RiskAssessment } from "~/domain/risk/risk-assessment";

/** What the fields of a form hold, by name; several values where a name is repeated. */
export type RiskFields = Readonly<Record<string, ReadonlyArray<string>>>;

export function fieldsOfForm(form: URLSearchParams): RiskFields {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)]));
}

/** What is filled in to a form of a page; without what the page adds to say on which state that was. */
export function textOfForm(form: HTMLFormElement): string {
  const text = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && name !== "token" && name !== "fingerprint") text.append(name, value);
  return text.toString();
}

/** The first value of a field; empty where it has none. */
export function firstOf(fields: RiskFields, name: string): string {
  return (Object.hasOwn(fields, name) ? fields[name]?.[0] : undefined) ?? "";
}

export function allOf(fields: RiskFields, name: string): ReadonlyArray<string> {
  return (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? [];
}

/** What the fields of one step hold for an assessment: the way back from {@link changeOfFields}. */
export function fieldsOfPart(assessment: RiskAssessment, part: RiskPart): RiskFields {
  const { consequence, consequenceReason, vulnerabilities, tolerableRisk, threats } = assessment;
  switch (part) {
    case "consequence":
      return {
        ...Object.fromEntries(
          CONSEQUENCE_CATEGORIES.map((category) => [`consequence.${category}`, shown(consequence[category])]),
        ),
        consequenceReason: [consequenceReason],
        vulnerabilities: [vulnerabilities],
        tolerableRisk: shown(tolerableRisk),
      };
    case "threats": {
      const own = threats.filter(({ threatId }) => threatId === null);
      return {
        offered: threats.flatMap(({ threatId }) => threatId ?? []),
        own: own.map(({ id }) => id),
        ...Object.fromEntries(
          own.flatMap(({ id, name, foundationalRequirements }) => [
            [`own.${id}.name`, [name]],
            [`own.${id}.fr`, foundationalRequirements],
          ]),
        ),
      };
    }
    case "likelihood":
      return Object.fromEntries(
        threats.flatMap(({ id, likelihood, consequence: own, reason }) => [
          [`rating.${id}.likelihood`, shown(likelihood)],
          [`rating.${id}.consequence`, shown(own)],
          [`rating.${id}.reason`, [reason]],
        ]),
      );
    case "residual":
      return Object.fromEntries(
        threats.flatMap(({ id, residualLikelihood, residualConsequence, residualReason }) => [
          [`rating.${id}.residual`, shown(residualLikelihood)],
          [`rating.${id}.residualConsequence`, shown(residualConsequence ?? null)],
          [`rating.${id}.residualReason`, [residualReason ?? ""]],
        ]),
      );
  }
}

/** What a step's form says, for the use case to check. A new threat counts once it is added, not while it is typed. */
export function changeOfFields(
  part: RiskPart,
  fields: RiskFields,
  { withNew }: { withNew: boolean },
): object {
  switch (part) {
    case "consequence":
      return {
        part,
        consequence: Object.fromEntries(
          CONSEQUENCE_CATEGORIES.map((category) => [category, number(fields, `consequence.${category}`)]),
        ),
        consequenceReason: firstOf(fields, "consequenceReason"),
        vulnerabilities: firstOf(fields, "vulnerabilities"),
        tolerableRisk: number(fields, "tolerableRisk"),
      };
    case "threats": {
      const removed = firstOf(fields, "remove");
      const own = ownIds(fields).filter((id) => id !== removed);
      const isNew = withNew && firstOf(fields, "new.name").trim() !== "";
      return {
        part,
        offered: allOf(fields, "offered"),
        own: [
          ...own.map((id) => ownThreat(fields, `own.${id}`, id)),
          ...(isNew ? [ownThreat(fields, "new", "")] : []),
        ],
      };
    }
    case "likelihood":
      return {
        part,
        ratings: Object.fromEntries(
          ratedIds(fields).map((id) => [
            id,
            {
              likelihood: number(fields, `rating.${id}.likelihood`),
              consequence: number(fields, `rating.${id}.consequence`),
              reason: firstOf(fields, `rating.${id}.reason`),
            },
          ]),
        ),
      };
    case "residual":
      return {
        part,
        ratings: Object.fromEntries(
          ratedIds(fields).map((id) => [
            id,
            {
              residualLikelihood: number(fields, `rating.${id}.residual`),
              residualConsequence: number(fields, `rating.${id}.residualConsequence`),
              residualReason: firstOf(fields, `rating.${id}.residualReason`),
            },
          ]),
        ),
      };
  }
}

/** Errors by the path of the change, as errors by the name of the field. */
export function toFieldErrors(
  errors: Readonly<Record<string, ReadonlyArray<string>>>,
  fields: RiskFields,
): Readonly<Record<string, ReadonlyArray<string>>> {
  const own = ownIds(fields).filter((id) => id !== firstOf(fields, "remove"));
  const named = Object.entries(errors).map(([path, keys]) => {
    const place = path
      .replace(/^change\./, "")
      .replace(/^own\.(\d+)/, (_, at: string) => (own[Number(at)] ? `own.${own[Number(at)]}` : "new"))
      .replace(/^ratings\./, "rating.")
      .replace(/\.foundationalRequirements.*$/, ".fr")
      .replace(/\.residualLikelihood$/, ".residual");
    return [place, keys] as const;
  });
  return Object.fromEntries(named);
}

const CONTENT = /^(consequence\.|consequenceReason$|vulnerabilities$|tolerableRisk$|offered$|own\.|rating\.)/;

/** Names of fields that hold something else in both; what is only being typed into a new threat is no difference. */
export function differingFields(a: RiskFields, b: RiskFields): ReadonlyArray<string> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => CONTENT.test(name));
  const said = (fields: RiskFields, name: string) =>
    allOf(fields, name)
      .filter((value) => value !== "")
      .toSorted()
      .join("\n");
  return names.filter((name) => said(a, name) !== said(b, name));
}

function ownThreat(fields: RiskFields, place: string, id: string) {
  return {
    id,
    name: firstOf(fields, `${place}.name`),
    foundationalRequirements: allOf(fields, `${place}.fr`),
  };
}

function ownIds(fields: RiskFields): ReadonlyArray<string> {
  return allOf(fields, "own");
}

/** Threats that the form shows; those without a chosen radio button have a hidden field. */
function ratedIds(fields: RiskFields): ReadonlyArray<string> {
  return allOf(fields, "rated");
}

function number(fields: RiskFields, name: string): number | string | null {
  const value = firstOf(fields, name).trim();
  return value === "" ? null : Number.isNaN(Number(value)) ? value : Number(value);
}

function shown(value: number | null): ReadonlyArray<string> {
  return value === null ? [] : [String(value)];
}
