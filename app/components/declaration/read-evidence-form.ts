import type { Evidence } from "~/domain/declaration/evidence";
import type { RefusedEvidence } from "./evidence-form";
import { type FormValues, memberOf, textOf, toList, toText } from "./form-values";
import type { Fields, Refusal } from "./refusal";

/** What the form of one piece of evidence posts, as input of `saveEvidence`; values are judged there. */
export function readEvidenceForm(values: unknown, before: unknown) {
  return { before: toJson(before), evidence: toEvidence(values) };
}

type EvidenceRefusal = Refusal | { code: "evidence-changed"; stored: Evidence | null };

/** The form again with what was posted. */
export function refusedEvidence(values: unknown, refusal: EvidenceRefusal): Omit<RefusedEvidence, "intent"> {
  return {
    // Readers of forms make nested objects of dotted names.
    values: (typeof values === "object" && values !== null ? values : {}) as FormValues,
    stored: "stored" in refusal ? refusal.stored : null,
    refusal:
      refusal.code === "invalid-input" ? { ...refusal, fields: toEvidenceFields(refusal.fields) } : refusal,
  };
}

/** Not JSON goes on as it is: the use case says what is wrong. */
function toJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

function toEvidence(values: unknown) {
  const scope = memberOf(values, "scope");
  const text = (name: string) => toText(memberOf(values, name));
  return {
    type: text("type"),
    subject: text("subject"),
    title: text("title"),
    issuer: text("issuer"),
    assurance: text("assurance"),
    scheme: text("scheme"),
    schemeVersion: text("schemeVersion"),
    scope: {
      product: toText(memberOf(scope, "product")),
      releases: toLines(textOf(scope, "releases")),
      componentTypes: toList(memberOf(scope, "componentTypes")),
      level: toLevel(toText(memberOf(scope, "level"))),
    },
    validFrom: orNull(text("validFrom")),
    validUntil: orNull(text("validUntil")),
    reference: text("reference"),
    // Without scripts a stored file is chosen from the list and the field above it stays empty.
    sha256: orNull((text("sha256") || text("storedFile")).toLowerCase()),
  };
}

/** Of several lines or ticks the wrong one names the field. */
function toEvidenceFields(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([path, errors]) => [path.replace(/\.\d+$/, ""), errors]),
  );
}

function toLines(text: string): ReadonlyArray<string> {
  const lines = text.split(/[\r\n,;]+/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

function toLevel(text: string): unknown {
  if (text === "") return null;
  return /^\d$/.test(text) ? Number(text) : text;
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
