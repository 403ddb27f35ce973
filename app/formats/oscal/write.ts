import type { Answer, AnswerValue } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import { type DeclarationToWrite, type NamedRow, uuidOf } from "../stated/declaration-to-write";
import { isAddress } from "../stated/evidence";
import { type ExtensionEntry, extensionOf, toLine } from "../stated/extension";

/** Whose names properties of ours have; OSCAL takes any URI. */
export const OWN_NAMESPACE = "urn:cordon:oscal";
const OSCAL_VERSION = "1.1.3";
export const SOURCE = "urn:iec:62443-4-2:2019";

/** Sentences of a file, in one language; `answer` is a word for each of the five. */
export type OscalWords = {
  title: string;
  component: string;
  implementation: string;
  answer(value: AnswerValue): string;
};

/** OSCAL has no word for “not met”: such a row has our own property alone. */
const STATUS: Readonly<Record<AnswerValue, string | null>> = {
  met: "implemented",
  "met-by-configuration": "implemented",
  "met-with-countermeasure": "alternative",
  "not-met": null,
  "not-applicable": "not-applicable",
};

/** A declaration as an OSCAL component definition (JSON); the same input gives the same text. */
export function writeComponentDefinition(
  declaration: DeclarationToWrite,
  rows: ReadonlyArray<NamedRow>,
  words: OscalWords,
): string {
  const { supplier, product, release, version, writtenAt, content } = declaration;
  const id = (...parts: ReadonlyArray<unknown>) =>
    uuidOf("oscal", supplier, product, release, version, ...parts);
  const evidence = new Map(content.evidence.map((piece) => [piece.id, id("evidence", piece.id)]));
  const supplierId = id("supplier");
  const requirements = rows.flatMap((row) => {
    const answer = content.answers[row.id];
    return answer ? [requirementOf(row, answer, { id, evidence, words })] : [];
  });
  const file = {
    "component-definition": {
      uuid: id("file", content),
      metadata: {
        title: words.title,
        "last-modified": writtenAt,
        version: String(version),
        "oscal-version": OSCAL_VERSION,
        roles: [{ id: "supplier", title: supplier }],
        parties: [{ uuid: supplierId, type: "organization", name: supplier }],
        "responsible-parties": [{ "role-id": "supplier", "party-uuids": [supplierId] }],
      },
      components: [
        {
          uuid: id("component"),
          type: content.componentTypes.every((type) => type === "software-application")
            ? "software"
            : "hardware",
          title: product,
          description: words.component,
          props: [{ name: "version", value: release }, ...extensionOf(content).map(toProp)],
          // OSCAL wants at least one requirement in an implementation.
          ...(requirements.length === 0
            ? {}
            : {
                "control-implementations": [
                  {
                    uuid: id("implementation"),
                    source: SOURCE,
                    description: words.implementation,
                    "implemented-requirements": requirements,
                  },
                ],
              }),
        },
      ],
      ...(content.evidence.length === 0
        ? {}
        : {
            "back-matter": {
              resources: content.evidence.map((piece) => resourceOf(piece, evidence.get(piece.id) ?? "")),
            },
          }),
    },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** `CR 1.1 RE(1)` as a token of OSCAL: `cr-1.1_re-1`. */
export function toControlId(requirementId: string): string {
  return requirementId
    .toLowerCase()
    .replace(/ re\((\d)\)$/, "_re-$1")
    .replace(" ", "-");
}

type Ground = {
  id(...parts: ReadonlyArray<unknown>): string;
  evidence: ReadonlyMap<string, string>;
  words: OscalWords;
};

function requirementOf(
  { id: requirementId, title }: NamedRow,
  { value, note, evidenceIds = [] }: Answer,
  { id, evidence, words }: Ground,
) {
  const status = STATUS[value];
  const links = evidenceIds.flatMap((one) => {
    const uuid = evidence.get(one);
    return uuid === undefined ? [] : [{ href: `#${uuid}`, rel: "evidence" }];
  });
  return {
    uuid: id("requirement", requirementId),
    "control-id": toControlId(requirementId),
    description: `${title}: ${words.answer(value)}`,
    props: [
      ...(status === null ? [] : [{ name: "implementation-status", value: status }]),
      toProp({ name: "answer", value }),
      { name: "label", value: requirementId },
    ],
    ...(links.length > 0 ? { links } : {}),
    ...(note ? { remarks: note } : {}),
  };
}

function resourceOf(piece: Evidence, uuid: string) {
  const { title, issuer, reference, sha256 } = piece;
  const hashes = sha256 === null ? {} : { hashes: [{ algorithm: "SHA-256", value: sha256 }] };
  return {
    uuid,
    title,
    ...(issuer === "" ? {} : { description: issuer }),
    props: [toProp({ name: "evidence", value: toLine(piece) })],
    ...(isAddress(reference) ? { rlinks: [{ href: reference, ...hashes }] } : {}),
  };
}

function toProp({ name, value }: ExtensionEntry) {
  return { name, ns: OWN_NAMESPACE, value };
}
