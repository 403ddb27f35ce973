import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { findStandard } from "~/catalogue/index.server";
import { REFERENCE_PROTOCOLS } from "~/catalogue/reference-zones";
import { mayDo } from "~/domain/access/permissions";
import { ROWS_THAT_MAY_GIVE_WAY } from "~/domain/declaration/essential-function";
import { FACT_GROUPS } from "~/domain/declaration/fact-fields";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { assignedSections } from "./assigned-sections.server";
import { findWithNames, isOpenRequest, toAskedLevel } from "./present-declaration.server";

/**
 * What a declaration states besides its answers, one topic at a time, and the profile of the request that it is held
 * against while it is written.
 */
export async function presentFacts(
  { actor, database, now }: Caller,
  asked: { declarationId: string; group: string | null; requestId: string | null },
) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { declaration, product, release } = await findWithNames(
    read,
    actor.organisationId,
    asked.declarationId,
  );
  const requests = (await listReceivedRequests(read, actor.organisationId)).filter(isOpenRequest);
  const group = FACT_GROUPS.find((one) => one === asked.group) ?? "identification";
  const compared = requests.find(({ id }) => id === asked.requestId);
  const { id, version, state, content, saveVersion, updatedAt } = declaration;
  return {
    declaration: { id, version, state, content, saveVersion, updatedAt: updatedAt.toISOString() },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
    group,
    requests: requests.map(toAskedLevel),
    sections: state === "draft" ? await assignedSections(read, actor, id) : [],
    profile: compared?.snapshot.profile ?? null,
    asOf: toIsoDate(now),
    words: {
      rows: ROWS_THAT_MAY_GIVE_WAY.map((row) => ({ id: row, title: titleOf(row) })),
      protocols: group === "network" ? REFERENCE_PROTOCOLS.map(({ id, name }) => ({ id, name })) : [],
      questions: group === "mds2" ? mds2Sections() : [],
    },
    mayAnswer: state === "draft" && mayDo(actor, "declaration.answer"),
  };
}

function titleOf(requirementId: string): string {
  return COMPONENT_REQUIREMENT_BY_ID.get(requirementId)?.title ?? "";
}

/** The questions of the 2019 edition in our own words, section by section; other editions have other ids. */
function mds2Sections() {
  const standard = findStandard("mds2-2019");
  return (standard?.groups ?? []).flatMap(({ id, title }) => {
    const questions = (standard?.rows ?? []).filter(({ group }) => group === id);
    if (questions.length === 0) return [];
    return [{ id, title, questions: questions.map((row) => ({ id: row.id, label: row.title })) }];
  });
}
