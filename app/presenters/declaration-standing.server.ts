import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
import type { Finding } from "~/domain/assessment/assessment";
import { contradictionsIn } from "~/domain/assessment/contradictions";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { demandedProgress } from "~/domain/declaration/progress";
import { rowsWithoutEvidence } from "~/domain/declaration/unbacked-rows";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { ReceivedRequest } from "~db/repositories/intake-requests";
import { judgeRequests } from "./release-standings.server";

/** What of a declaration cannot all be true, by the rows and questions of today's catalogue. */
export function contradictionsOf(content: DeclarationContent, asOf: IsoDate): ReadonlyArray<Finding> {
  const known = {
    requirements: COMPONENT_REQUIREMENTS,
    catalogueVersion: CATALOGUE_VERSION,
    mds2Questions: MDS2_QUESTIONS,
  };
  return contradictionsIn(content, known, asOf);
}

/** How the answers of a draft stand: what contradicts itself, what rests on nothing, how open requests would come out. */
export function draftStanding(
  content: DeclarationContent,
  requests: ReadonlyArray<ReceivedRequest>,
  asOf: IsoDate,
) {
  const withoutEvidence = rowsWithoutEvidence(content, COMPONENT_REQUIREMENTS, asOf);
  // Without a component type no row applies, and nothing can be said of any.
  if (content.componentTypes.length === 0) return { contradictions: [], withoutEvidence, requests: [] };
  return {
    contradictions: contradictionsOf(content, asOf).map(({ id, requirementIds, reason }) => ({
      ...{ id, requirementIds, reason },
    })),
    withoutEvidence,
    requests: requests.flatMap((request) => {
      const { id, subject, hospitalName, dueOn, snapshot } = request;
      const progress = demandedProgress(content, snapshot.profile);
      return judgeRequests([request], { content }, asOf).map(({ verdict }) => ({
        ...{ id, subject, hospitalName, dueOn, verdict },
        ...progress,
      }));
    }),
  };
}
