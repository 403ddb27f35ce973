import { ANSWER_VALUES, AnswerSchema, type AnswerValue } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import { RequirementIdSchema } from "~/domain/requirement/component-requirement";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import { type JsonObject, listAt, objectAt, objectsAt, textAt } from "../sbom/json-values";
import {
  foreignEvidence,
  idsByRef,
  type ListedEvidence,
  readEvidence,
  statedAnswer,
} from "../stated/evidence";
import { note, readEvidenceLine, readExtension } from "../stated/extension";
import type { Stated, StatedProblem } from "../stated/stated";
import { EVIDENCE_REF, OWN } from "./write";

type KnownRows = { requirements: ReadonlyArray<{ id: string }> };

/** True where a CycloneDX document attests something. */
export function hasAttestations(bom: JsonObject): boolean {
  return bom.bomFormat === "CycloneDX" && objectsAt(objectAt(bom, "declarations"), "attestations").length > 0;
}

/**
 * What the attestations of a CycloneDX document (1.6 and later) say of rows of IEC 62443-4-2. Our own files come back
 * whole; of others a claim whose predicate is none of our answers counts by its conformance: 1 is met, 0 is not met, and
 * what lies between is for a person to read.
 */
export function readAttestations(bom: JsonObject, known: KnownRows): Stated {
  const problems: Array<StatedProblem> = [];
  const declarations = objectAt(bom, "declarations");
  const evidence = readEvidence(objectsAt(declarations, "evidence").map(listedEvidence), problems);
  const component = objectAt(objectAt(bom, "metadata"), "component");
  const properties = objectsAt(bom, "properties").flatMap((property, index) => {
    const { name, value } = property;
    return typeof name === "string" && typeof value === "string" && name.startsWith(OWN)
      ? [{ name: name.slice(OWN.length), value, place: { pointer: `/properties/${index}` } }]
      : [];
  });
  return {
    about: [textAt(component, "name"), textAt(component, "version")]
      .filter((text) => text !== null)
      .join(" "),
    edition: `CycloneDX ${textAt(bom, "specVersion") ?? ""}`.trim(),
    ...readExtension(properties, problems),
    answers: answersIn(bom, { known, evidence: idsByRef(evidence) }, problems),
    evidence: evidence.map(({ value, place }) => ({ value, place })),
    problems,
  };
}

type Ground = { known: KnownRows; evidence: ReadonlyMap<string, string> };

function answersIn(bom: JsonObject, ground: Ground, problems: Array<StatedProblem>): Stated["answers"] {
  const declarations = objectAt(bom, "declarations");
  const rows = rowsByRef(bom);
  const known = new Set(ground.known.requirements.map(({ id }) => id));
  const claims = new Map(objectsAt(declarations, "claims").map((claim) => [textAt(claim, "bom-ref"), claim]));
  const seen = new Set<string>();
  return objectsAt(declarations, "attestations").flatMap((attestation, which) =>
    objectsAt(attestation, "map").flatMap((entry, index): Stated["answers"] => {
      const place = { pointer: `/declarations/attestations/${which}/map/${index}` };
      const ref = textAt(entry, "requirement") ?? "";
      const id = rows.get(ref) ?? ref;
      const refuse = (code: StatedProblem["code"], value = id) => {
        note(problems, { code, place, value });
        return [];
      };
      if (!known.has(id)) return refuse("unknown-requirement");
      if (seen.has(id)) return refuse("duplicate-id");
      seen.add(id);
      const named = [...refsAt(entry, "claims"), ...refsAt(entry, "counterClaims")];
      const claim = named.map((one) => claims.get(one)).find((one) => one !== undefined);
      const value = valueOfEntry(entry, claim);
      if (value === null) return refuse("unknown-answer");
      const answer = AnswerSchema.safeParse(answerOf(value, claim, ground));
      return answer.success ? [{ id, value: answer.data, place }] : refuse("too-long-for-a-declaration");
    }),
  );
}

/** Requirements of the standards in the file, by what refers to them; ids of IEC 62443-4-2 stand as they are. */
function rowsByRef(bom: JsonObject): ReadonlyMap<string, string> {
  const standards = objectsAt(objectAt(bom, "definitions"), "standards");
  return new Map(
    standards.flatMap((standard) =>
      objectsAt(standard, "requirements").flatMap((requirement) => {
        const ref = textAt(requirement, "bom-ref");
        const id = RequirementIdSchema.safeParse(textAt(requirement, "identifier"));
        return ref !== null && id.success ? [[ref, id.data] as const] : [];
      }),
    ),
  );
}

function valueOfEntry(entry: JsonObject, claim: JsonObject | undefined): AnswerValue | null {
  const predicate = claim?.predicate;
  const stated = ANSWER_VALUES.find((value) => value === predicate);
  if (stated) return stated;
  const score = objectAt(entry, "conformance")?.score;
  if (score === 1) return "met";
  return score === 0 ? "not-met" : null;
}

function answerOf(value: AnswerValue, claim: JsonObject | undefined, { evidence }: Ground) {
  const ids = refsAt(claim, "evidence").flatMap((ref) => evidence.get(ref) ?? []);
  return statedAnswer(value, claim?.reasoning, ids);
}

function listedEvidence(entry: JsonObject, index: number): ListedEvidence {
  const ref = textAt(entry, "bom-ref") ?? "";
  return {
    ref,
    place: { pointer: `/declarations/evidence/${index}` },
    piece: ownPiece(entry) ?? foreignPiece(entry, ref, index),
  };
}

function ownPiece(entry: JsonObject): Evidence | null {
  const own = objectsAt(entry, "data").find(({ name }) => name === `${OWN}evidence`);
  const content = objectAt(objectAt(own, "contents"), "attachment")?.content;
  return typeof content === "string" ? readEvidenceLine(content) : null;
}

function foreignPiece(entry: JsonObject, ref: string, index: number): Evidence | null {
  const name = ref.startsWith(EVIDENCE_REF) ? ref.slice(EVIDENCE_REF.length) : ref;
  const url = objectsAt(entry, "data")
    .map((data) => textAt(objectAt(data, "contents"), "url"))
    .find((one) => one !== null);
  const dayAt = (member: string) => {
    const day = IsoDateSchema.safeParse((textAt(entry, member) ?? "").slice(0, 10));
    return day.success ? day.data : null;
  };
  return foreignEvidence({
    id: /^[A-Za-z0-9_-]{1,64}$/.test(name) ? name : `evidence-${index + 1}`,
    title: textAt(entry, "description") ?? textAt(entry, "propertyName") ?? "",
    issuer: textAt(objectAt(entry, "author"), "name") ?? "",
    scheme: "CycloneDX",
    validFrom: dayAt("created"),
    validUntil: dayAt("expires"),
    reference: url ?? "",
  });
}

function refsAt(object: JsonObject | undefined, name: string): ReadonlyArray<string> {
  return listAt(object, name).filter((one): one is string => typeof one === "string");
}
