import { CONSEQUENCE_CATEGORIES, type ConsequenceCategory, type RiskAssessment } from "./risk-assessment";

/** What keeps a target from following: silence is not a low rating. */
export type OpenRating =
  | { kind: "consequence"; category: ConsequenceCategory }
  | { kind: "no-threats" }
  | { kind: "likelihood"; threatId: string; name: string };

/** What is not rated yet, in the order in which the steps ask for it (IEC 62443-3-2 ZCR 5.1, 5.3, 5.4). */
export function openRatings({ consequence, threats }: RiskAssessment): ReadonlyArray<OpenRating> {
  return [
    ...CONSEQUENCE_CATEGORIES.flatMap(
      (category): ReadonlyArray<OpenRating> =>
        consequence[category] === null ? [{ kind: "consequence", category }] : [],
    ),
    ...(threats.length === 0 ? [{ kind: "no-threats" as const }] : []),
    ...threats.flatMap(
      ({ id, name, likelihood }): ReadonlyArray<OpenRating> =>
        likelihood === null ? [{ kind: "likelihood", threatId: id, name }] : [],
    ),
  ];
}

/** True where a target follows from it. */
export function isRated(assessment: RiskAssessment): boolean {
  return openRatings(assessment).length === 0;
}
