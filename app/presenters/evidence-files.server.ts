import { standingOn } from "~/domain/countermeasure/countermeasure";
import type { PortalKey } from "~/domain/declaration/seal";
import { toIsoDate } from "~/domain/shared/iso-date";
import { writeDelimited } from "~/formats/delimited/write";
import { gapsOf } from "~/formats/evidence-pack/audit";
import { PACK_FILES, type PackedAttached } from "~/formats/evidence-pack/manifest";
import { type PackWriter, toBytes, toCompactBytes } from "~/formats/evidence-pack/write";
import type { PackedDecisionRow } from "./evidence-archive.server";
import type { EvidenceOfScope } from "./present-evidence-of-scope.server";

/** What the document says of a pack, in plain facts. */
export function reportFactsOf(
  evidence: EvidenceOfScope,
  rows: ReadonlyArray<PackedDecisionRow>,
  listed: PackedAttached,
) {
  const { about, exceptions } = evidence;
  const { hospital, madeBy, madeAt } = about;
  return {
    ...{ hospital, madeBy, madeAt, name: nameOf(evidence) },
    part: shownPart(evidence),
    decisions: rows.map(({ decision, verdict }) => ({
      ...decision,
      verdict,
      decidedAt: decision.decidedAt.toISOString(),
    })),
    exceptions: exceptions.map(({ productName, releaseVersion, zoneName, expiresOn, standing }) => ({
      ...{ productName, releaseVersion, zoneName, expiresOn, standing },
    })),
    attached: listed.map((file) => ({ ...file, about: aboutOf(evidence, file.to) })),
    audit: auditFactsOf(evidence),
  };
}

/** What a file was attached to, by its name. */
function aboutOf({ terms, decisions, part }: EvidenceOfScope, to: PackedAttached[number]["to"]) {
  if (to.kind === "measure") {
    const { measureId, place } = to;
    const zoneName = part.kind === "zone" && place ? part.of.name : null;
    return { kind: to.kind, measureId, isOfHospital: place === null, zoneName };
  }
  const decision = decisions.find(({ id }) => id === to.decisionId);
  const condition = terms.conditions.get(to.decisionId)?.find(({ id }) => id === to.conditionId);
  const { productName = "", releaseVersion = "", zoneName = "" } = decision ?? {};
  return { kind: to.kind, text: condition?.text ?? "", productName, releaseVersion, zoneName };
}

function auditFactsOf({ trail }: EvidenceOfScope) {
  const { entries, isCut } = trail;
  return {
    ...{ entries: entries.length, isCut, ...gapsOf(entries) },
    first: entries[0]?.sequence ?? null,
    last: entries.at(-1)?.sequence ?? null,
  };
}

function nameOf({ about: { subject } }: EvidenceOfScope): string {
  switch (subject.kind) {
    case "decision":
      return subject.decisionId;
    case "zone":
    case "supplier":
      return subject.name;
    case "period":
      return `${subject.from} – ${subject.to}`;
  }
}

function shownPart({ part, requests, about }: EvidenceOfScope) {
  const today = toIsoDate(new Date(about.madeAt));
  const shown = (ledger: ReadonlyArray<Parameters<typeof standingOn>[0] & { title: string }>) =>
    ledger.map((entry) => ({ title: entry.title, standing: standingOn(entry, today) }));
  switch (part.kind) {
    case "zone": {
      const { modelName, revision, zone, acceptances, measures, countermeasures } = part.of;
      return {
        kind: part.kind,
        ...{ modelName, revision, slTarget: zone.slTarget, rationale: zone.slTargetRationale },
        hasRisk: zone.riskAssessment !== null,
        acceptances: acceptances.map(({ acceptedByName, acceptedAt, note, withdrawnAt }) => ({
          ...{ by: acceptedByName, at: acceptedAt.toISOString(), note },
          withdrawnAt: withdrawnAt?.toISOString() ?? null,
        })),
        measures: measures.map(({ id, content }) => ({ id, state: content.state })),
        countermeasures: shown(countermeasures),
      };
    }
    case "supplier": {
      const { declarations, notices, isNoticesCut } = part.of;
      return {
        ...{ kind: part.kind, isNoticesCut },
        declarations: declarations.map(({ productName, releaseVersion, declarationVersion, signedAt }) => ({
          ...{ name: `${productName} ${releaseVersion}`, version: declarationVersion, signedAt },
        })),
        requests: requests.map(({ subject, dueOn, createdAt }) => ({
          ...{ subject, dueOn, createdAt: createdAt.toISOString() },
        })),
        notices: notices.map(({ content, updatedAt }) => ({ title: content.title, updatedAt })),
      };
    }
    case "period": {
      const { revisions, countermeasures, acceptances } = part.of;
      return {
        ...{ kind: part.kind, revisions, acceptances: acceptances.length },
        countermeasures: shown(countermeasures),
      };
    }
  }
}

type Written = { document: Uint8Array; readMe: string };

/** The rest of a pack around what decisions were made on, and the archive, signed. */
export function evidenceFile(
  pack: PackWriter,
  evidence: EvidenceOfScope,
  rows: ReadonlyArray<PackedDecisionRow>,
  { document, readMe }: Written,
  key: PortalKey,
): { name: string; type: string; body: Uint8Array } {
  const { exceptions, requests, trail } = evidence;
  const text = (value: string) => new TextEncoder().encode(value);
  pack.add(PACK_FILES.readMe, text(readMe));
  pack.add(PACK_FILES.report, document);
  pack.add(PACK_FILES.contents, toBytes(contentsOf(evidence)));
  pack.add(PACK_FILES.decisions, toBytes(rows.map((row) => toListed(evidence, row))));
  pack.add("decisions.csv", text(writeDelimited(toTable(rows))));
  pack.add("exceptions.json", toBytes(exceptions));
  pack.add(
    "requests.json",
    toBytes(requests.map(({ organisationId: _organisation, ...request }) => request)),
  );
  const { trail: _trail, measureFiles: _listedApart, ...part } = evidence.part.of;
  pack.add(`${evidence.part.kind}.json`, toBytes(part));
  // Not indented: the thousands of entries of a year stay below what a reader takes.
  pack.add(PACK_FILES.audit, toCompactBytes(trail.entries));
  const title = nameOf(evidence).replace(/[^\p{L}\p{N}]+/gu, "-");
  const name = `${evidence.part.kind}-${title.replace(/^-|-$/g, "")}-evidence.zip`;
  return { name, type: "application/zip", body: pack.end(key) };
}

/** How much there is, and where the log was: what a later copy of it has to agree with. */
function contentsOf(evidence: EvidenceOfScope) {
  const { about, decisions, exceptions, requests, trail } = evidence;
  return {
    subject: about.subject,
    ...{ decisions: decisions.length, exceptions: exceptions.length, requests: requests.length },
    attachedFiles: evidence.attached.length,
    audit: { ...auditFactsOf(evidence), head: trail.head },
  };
}

function toListed(
  { terms }: EvidenceOfScope,
  { decision, verdict, ...files }: PackedDecisionRow,
): Record<string, unknown> {
  const { organisationId: _organisation, decidedAt, ...rest } = decision;
  return {
    ...rest,
    ...{ decidedAt: decidedAt.toISOString(), verdict, ...files },
    conditions: terms.conditions.get(decision.id) ?? [],
    exceptions: terms.exceptions.get(decision.id) ?? [],
  };
}

/** In English, with ids of the portal: for programs, beside the JSON. */
function toTable(rows: ReadonlyArray<PackedDecisionRow>): ReadonlyArray<ReadonlyArray<string>> {
  return [
    ["id", "decided", "decided by", "decision", "verdict", "product", "release", "supplier", "zone"].concat(
      ...["stands", "revision", "declaration version", "fingerprint", "reason"],
    ),
    ...rows.map(({ decision: one, verdict }) => [
      ...[one.id, one.decidedAt.toISOString(), one.decidedByName, one.kind, verdict],
      ...[one.productName, one.releaseVersion, one.supplierName, one.zoneName],
      ...[one.isCurrent ? "yes" : "no", String(one.revisionNumber), String(one.declarationVersion)],
      ...[one.fingerprint, one.reason],
    ]),
  ];
}
