import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { mayDo } from "~/domain/access/permissions";
import type { Finding } from "~/domain/assessment/assessment";
import { computeCapability, hasNote } from "~/domain/assessment/capability";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import { factProgressOf, openRows, progressOf } from "~/domain/declaration/progress";
import { selectApplicable } from "~/domain/requirement/component-requirement";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarationsOfRelease } from "~db/repositories/declarations";
import { listMembers } from "~db/repositories/organisations";
import { contradictionsOf } from "./declaration-standing.server";
import { namedDifference, toNamedRow } from "./named-difference.server";
import { findWithNames, lastSignedBefore } from "./present-declaration.server";

/**
 * What a signatory reads before signing: what contradicts itself, levels, what is open, and what differs from the last
 * signed version.
 */
export async function presentSigning({ actor, database, now }: Caller, declarationId: string) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { declaration, product, release } = await findWithNames(read, actor.organisationId, declarationId);
  const [versions, members] = await Promise.all([
    listDeclarationsOfRelease(read, actor.organisationId, release.id),
    listMembers(read, actor.organisationId),
  ]);
  const { id, version, state, content, saveVersion } = declaration;
  const previous = lastSignedBefore(versions, declaration);
  return {
    declaration: {
      id,
      version,
      state,
      saveVersion,
      visibility: previous?.visibility ?? "requesting-hospitals",
    },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
    componentTypes: content.componentTypes,
    contradictions: contradictionsOf(content, toIsoDate(now)).map(toContradiction),
    claimedSlCapability: content.claimedSlCapability,
    capability: computeCapability(COMPONENT_REQUIREMENTS, content),
    progress: progressOf(content, COMPONENT_REQUIREMENTS),
    openRows: openRows(content, COMPONENT_REQUIREMENTS).map(toNamedRow),
    withoutNote: withoutNote(content).map(toNamedRow),
    setAside: setAside(content).map(toNamedRow),
    facts: factProgressOf(content.facts),
    variants: content.facts.variants,
    evidence: {
      all: content.evidence.length,
      outOfDate: content.evidence
        .filter((piece) => isOutOfDate(piece, toIsoDate(now)))
        .map(({ title }) => title),
    },
    difference: previous ? namedDifference(previous.version, previous.content, content) : null,
    maySign: state === "draft" && mayDo(actor, "declaration.sign"),
    signatories: members
      .filter((member) => member.state === "active" && member.roles.includes("signatory"))
      .map(({ name }) => name),
  };
}

/** Answers that say nothing without words: which countermeasure, why not applicable. */
function withoutNote(content: DeclarationContent): ReadonlyArray<string> {
  return selectApplicable(COMPONENT_REQUIREMENTS, content.componentTypes)
    .filter(({ id }) => {
      const answer = content.answers[id];
      const needsNote = answer?.value === "met-with-countermeasure" || answer?.value === "not-applicable";
      return needsNote && !hasNote(answer);
    })
    .map(({ id }) => id);
}

function isOutOfDate({ validFrom, validUntil }: Evidence, asOf: IsoDate): boolean {
  return (validFrom !== null && asOf < validFrom) || (validUntil !== null && validUntil < asOf);
}

/** Answers to rows that do not apply to the component types: they are left out of what is signed. */
function setAside(content: DeclarationContent): ReadonlyArray<string> {
  const applicable = new Set(
    selectApplicable(COMPONENT_REQUIREMENTS, content.componentTypes).map(({ id }) => id),
  );
  return Object.keys(content.answers).filter((id) => !applicable.has(id));
}

function toContradiction({ id, reason, waysToClose }: Finding) {
  const ways = waysToClose.filter(({ by }) => by === "supplier").map(({ message }) => message);
  return { id, reason, ways };
}
