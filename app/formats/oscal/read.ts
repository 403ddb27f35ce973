import { ANSWER_VALUES, AnswerSchema, type AnswerValue } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import { type JsonObject, objectAt, objectsAt, textAt } from "../sbom/json-values";
import {
  foreignEvidence,
  idsByRef,
  type ListedEvidence,
  readEvidence,
  statedAnswer,
} from "../stated/evidence";
import { note, type PlacedEntry, readEvidenceLine, readExtension } from "../stated/extension";
import type { Stated, StatedProblem } from "../stated/stated";
import { OWN_NAMESPACE, toControlId } from "./write";

type KnownRows = { requirements: ReadonlyArray<{ id: string }> };

export function isComponentDefinition(file: JsonObject): boolean {
  return objectAt(file, "component-definition") !== undefined;
}

/** Of OSCAL's own words; `partial` and `planned` are for a person to read. */
const BY_STATUS: ReadonlyMap<string, AnswerValue> = new Map([
  ["implemented", "met"],
  ["alternative", "met-with-countermeasure"],
  ["not-applicable", "not-applicable"],
]);

/**
 * What an OSCAL component definition (1.0 and 1.1, JSON) says of rows of IEC 62443-4-2, whatever letters and signs their
 * ids are written in. Our own files come back whole; others are read by `implementation-status`. Of several components
 * the first that speaks of a row counts.
 */
export function readComponentDefinition(file: JsonObject, known: KnownRows): Stated {
  const problems: Array<StatedProblem> = [];
  const definition = objectAt(file, "component-definition");
  const resources = objectsAt(objectAt(definition, "back-matter"), "resources");
  const evidence = readEvidence(resources.map(listedEvidence), problems);
  const components = objectsAt(definition, "components");
  const own = components.flatMap((component, index) =>
    ownProps(component, `/component-definition/components/${index}/props`),
  );
  const [first] = components;
  return {
    about: [textAt(first, "title"), versionOf(first)].filter((text) => text !== null).join(" "),
    edition: `OSCAL ${textAt(objectAt(definition, "metadata"), "oscal-version") ?? ""}`.trim(),
    ...readExtension(own, problems),
    answers: answersIn(components, { known, evidence: idsByRef(evidence) }, problems),
    evidence: evidence.map(({ value, place }) => ({ value, place })),
    problems,
  };
}

type Ground = { known: KnownRows; evidence: ReadonlyMap<string, string> };

function answersIn(
  components: ReadonlyArray<JsonObject>,
  ground: Ground,
  problems: Array<StatedProblem>,
): Stated["answers"] {
  const rows = new Map(ground.known.requirements.map(({ id }) => [toKey(toControlId(id)), id]));
  const seen = new Set<string>();
  return components.flatMap((component, which) =>
    objectsAt(component, "control-implementations").flatMap((implementation, set) =>
      objectsAt(implementation, "implemented-requirements").flatMap((entry, index): Stated["answers"] => {
        const place = {
          pointer: `/component-definition/components/${which}/control-implementations/${set}/implemented-requirements/${index}`,
        };
        const control = textAt(entry, "control-id") ?? "";
        const refuse = (code: StatedProblem["code"]) => {
          note(problems, { code, place, value: control });
          return [];
        };
        const id = rows.get(toKey(control));
        if (id === undefined) return refuse("unknown-requirement");
        if (seen.has(id)) return refuse("duplicate-id");
        seen.add(id);
        const value = answerValueOf(entry);
        if (value === null) return refuse("unknown-answer");
        const answer = AnswerSchema.safeParse(answerOf(value, entry, ground));
        return answer.success ? [{ id, value: answer.data, place }] : refuse("too-long-for-a-declaration");
      }),
    ),
  );
}

function answerValueOf(entry: JsonObject): AnswerValue | null {
  const props = objectsAt(entry, "props");
  const own = props.find(({ name, ns }) => name === "answer" && ns === OWN_NAMESPACE)?.value;
  const stated = ANSWER_VALUES.find((value) => value === own);
  if (stated) return stated;
  const status = props.find(
    ({ name, ns }) => name === "implementation-status" && ns !== OWN_NAMESPACE,
  )?.value;
  return BY_STATUS.get(typeof status === "string" ? status : "") ?? null;
}

function answerOf(value: AnswerValue, entry: JsonObject, { evidence }: Ground) {
  const isOwn = objectsAt(entry, "props").some(({ ns }) => ns === OWN_NAMESPACE);
  const ids = objectsAt(entry, "links").flatMap(({ href }) =>
    typeof href === "string" && href.startsWith("#") ? (evidence.get(href.slice(1)) ?? []) : [],
  );
  return statedAnswer(value, entry.remarks ?? (isOwn ? undefined : entry.description), ids);
}

function listedEvidence(entry: JsonObject, index: number): ListedEvidence {
  const place = { pointer: `/component-definition/back-matter/resources/${index}` };
  const [own] = ownProps(entry, place.pointer).filter(({ name }) => name === "evidence");
  return {
    ref: textAt(entry, "uuid") ?? "",
    place,
    piece: own ? readEvidenceLine(own.value) : foreignPiece(entry, index),
  };
}

function foreignPiece(entry: JsonObject, index: number): Evidence | null {
  const [link] = objectsAt(entry, "rlinks");
  const hash = objectsAt(link, "hashes").find(({ algorithm }) => algorithm === "SHA-256")?.value;
  return foreignEvidence({
    id: `resource-${index + 1}`,
    title: textAt(entry, "title") ?? textAt(entry, "description") ?? "",
    scheme: "OSCAL",
    reference: textAt(link, "href") ?? "",
    sha256: typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash) ? hash : null,
  });
}

function ownProps(object: JsonObject, pointer: string): ReadonlyArray<PlacedEntry> {
  return objectsAt(object, "props").flatMap(({ name, ns, value }, index) =>
    ns === OWN_NAMESPACE && typeof name === "string" && typeof value === "string"
      ? [{ name, value, place: { pointer: `${pointer}/${index}` } }]
      : [],
  );
}

function versionOf(component: JsonObject | undefined): string | null {
  const version = objectsAt(component, "props").find(({ name }) => name === "version")?.value;
  return typeof version === "string" ? version.slice(0, 200) : null;
}

/** Letters and digits only: `CR-1.1-RE-1`, `cr-1.1_re-1` and `CR 1.1 RE(1)` are one row. */
function toKey(controlId: string): string {
  return controlId.toLowerCase().replace(/[^a-z0-9.]/g, "");
}
