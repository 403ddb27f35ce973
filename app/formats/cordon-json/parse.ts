import type { AcceptedCountermeasure, PermittedChannel } from "~/domain/assessment/assessment";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { ProductFacts } from "~/domain/declaration/facts";
import type { PolicyLayer } from "~/domain/policy/policy";
import type { SlVector } from "~/domain/security-level/security-level";
import type { IsoDate } from "~/domain/shared/iso-date";
import { accept, refuse } from "~/domain/shared/result";
import { checkValue, errorsOf, type FileResult, memberOf, refuseTwice, refuseUnknown } from "./check-value";
import { type AnswerableRow, parseAnswers } from "./parse-answers";
import { parseVector } from "./parse-vector";
import { readJsonFile } from "./read-file";
import { DeclarationHeadSchema, ZoneHeadSchema } from "./schema";

/** What ids in a file are held against. */
export type KnownIds = {
  requirements: ReadonlyArray<AnswerableRow>;
  /** Questions of the MDS2 2019. */
  mds2Questions: ReadonlyArray<{ id: string }>;
};

export type ZoneFile = {
  name: string | null;
  referenceType: string | null;
  slTarget: SlVector;
  /** null = the file names no policy: then nothing but rows is demanded. */
  policy: PolicyLayer | null;
  /** null = not known. */
  channels: ReadonlyArray<PermittedChannel> | null;
  countermeasures: ReadonlyArray<AcceptedCountermeasure>;
};

export type DeclarationFile = {
  supplier: string | null;
  product: string | null;
  release: string | null;
  signedOn: IsoDate | null;
  content: DeclarationContent;
};

/** Reads a zone file: bytes or text in, one form out, or every error found with its place (at most 100). */
export function parseZoneFile(
  file: Uint8Array | string,
  { requirements }: Pick<KnownIds, "requirements">,
): FileResult<ZoneFile> {
  const read = readJsonFile(file);
  if (!read.ok) return read;
  const head = checkValue(ZoneHeadSchema, read.value, "");
  const target = parseVector(memberOf(read.value, "slTarget"), "/slTarget");
  const ledger = head.ok ? checkLedger(head.value.countermeasures ?? [], requirements) : accept(null);
  if (!head.ok || !target.ok || !ledger.ok) return refuse(errorsOf(read.value, head, target, ledger));
  const {
    name = null,
    referenceType = null,
    policy = null,
    channels = null,
    countermeasures = [],
  } = head.value;
  return accept({ name, referenceType, slTarget: target.value, policy, channels, countermeasures });
}

/**
 * Reads a declaration file against what the catalogue knows. Refuses what JSON.parse would swallow (a requirement
 * answered twice) and what would decide nothing (unknown rows and questions, rows of another component type, evidence
 * that is not there).
 */
export function parseDeclarationFile(
  file: Uint8Array | string,
  known: KnownIds,
): FileResult<DeclarationFile> {
  const read = readJsonFile(file);
  if (!read.ok) return read;
  const head = checkValue(DeclarationHeadSchema, read.value, "");
  const { componentTypes = [], facts = {}, evidence = [] } = head.ok ? head.value : {};
  const types = refuseTwice(componentTypes, (index) => `/componentTypes/${index}`);
  const pieces = refuseTwice(
    evidence.map(({ id }) => id),
    (index) => `/evidence/${index}/id`,
  );
  const ids = checkFactIds(facts, known);
  const answers = parseAnswers(memberOf(read.value, "answers"), {
    componentTypes: head.ok && types.ok ? componentTypes : null,
    evidenceIds: head.ok ? new Set(evidence.map(({ id }) => id)) : null,
    requirements: known.requirements,
  });
  const claim = memberOf(read.value, "claimedSlCapability") ?? null;
  const claimed = claim === null ? accept(null) : parseVector(claim, "/claimedSlCapability");
  if (!head.ok || !types.ok || !pieces.ok || !ids.ok || !answers.ok || !claimed.ok)
    return refuse(errorsOf(read.value, head, types, pieces, ids, answers, claimed));
  const { supplier = null, product = null, release = null, signedOn = null } = head.value;
  const content = {
    componentTypes,
    answers: answers.value,
    claimedSlCapability: claimed.value,
    facts,
    evidence,
  };
  return accept({ supplier, product, release, signedOn, content });
}

/** Each countermeasure once, for rows that exist. */
function checkLedger(
  countermeasures: ReadonlyArray<AcceptedCountermeasure>,
  requirements: KnownIds["requirements"],
): FileResult<null> {
  const twice = refuseTwice(
    countermeasures.map(({ id }) => id),
    (index) => `/countermeasures/${index}/id`,
  );
  if (!twice.ok) return twice;
  const named = countermeasures.flatMap(({ requirementIds }, index) =>
    requirementIds.map((name, row) => ({ name, path: ["countermeasures", index, "requirementIds", row] })),
  );
  return refuseUnknown(named, new Set(requirements.map(({ id }) => id)), UNKNOWN_ROW);
}

/** Rows and questions that facts name. Questions of editions before 2019 are not in the catalogue. */
function checkFactIds({ essentialFunction, mds2 }: ProductFacts, known: KnownIds): FileResult<null> {
  const rows = (essentialFunction?.requirementIds ?? []).map((name, index) => ({
    name,
    path: ["facts", "essentialFunction", "requirementIds", index],
  }));
  const unknownRows = refuseUnknown(rows, new Set(known.requirements.map(({ id }) => id)), UNKNOWN_ROW);
  if (!unknownRows.ok || mds2?.edition !== "2019") return unknownRows;
  const questions = Object.keys(mds2.answers).map((name) => ({
    name,
    path: ["facts", "mds2", "answers", name],
  }));
  return refuseUnknown(questions, new Set(known.mds2Questions.map(({ id }) => id)), {
    code: "unknown-question",
    message: (name) => `The MDS2 of 2019 has no question ${name}.`,
  });
}

const UNKNOWN_ROW = {
  code: "unknown-requirement",
  message: (name: string) => `IEC 62443-4-2 has no requirement ${name}.`,
} as const;
