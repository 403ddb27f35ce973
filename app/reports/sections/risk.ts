import { deriveTarget } from "~/domain/risk/derive-target";
import { residualRisk } from "~/domain/risk/residual-risk";
import { CONSEQUENCE_CATEGORIES, RATINGS, type RiskAssessment } from "~/domain/risk/risk-assessment";
import { type RiskMatrix, riskOf } from "~/domain/risk/risk-matrix";
import { facts, heading, muted, paragraph, type Section, table, tableOr } from "../document";
import { conduitNameOf } from "../parts";
import type { ReportInput } from "../report-facts";

const THREAT_ROWS = 400;

type Assessed = { name: string; assessment: RiskAssessment };

function matrixOf({ facts: known }: ReportInput, { matrixVersion }: RiskAssessment): RiskMatrix {
  return known.matrices.get(matrixVersion) ?? known.matrix.matrix;
}

/** What the risk assessment of one element came to, a line each; nothing where there is none. */
export function riskLinesOf(input: ReportInput, assessment: RiskAssessment | null): ReadonlyArray<string> {
  const { t } = input.words;
  if (!assessment) return [];
  const matrix = matrixOf(input, assessment);
  const { threats, tolerableRisk, worst, aboveTolerable, open } = residualRisk(assessment, matrix);
  const consequences = CONSEQUENCE_CATEGORIES.flatMap((category) => {
    const rating = assessment.consequence[category];
    if (rating === null) return [];
    return [`${t(`risk:category.${category}`)} ${rating} (${matrix.consequence[rating - 1]?.name ?? ""})`];
  });
  return [
    t("risk.matrix", { version: assessment.matrixVersion }),
    ...(consequences.length > 0 ? [t("risk.consequences", { list: consequences.join(", ") })] : []),
    ...(assessment.consequenceReason ? [assessment.consequenceReason] : []),
    t("risk.threats", { rated: threats.length, all: assessment.threats.length }),
    ...(threats[0] ? [t("risk.unmitigated", { risk: threats[0].risk, tolerable: tolerableRisk })] : []),
    worst === null ? t("risk.residualOpen", { count: open.length }) : t("risk.residual", { worst }),
    ...(aboveTolerable.length > 0 ? [t("risk.above", { count: aboveTolerable.length })] : []),
    ...(assessment.vulnerabilities ? [t("risk.vulnerabilities", { text: assessment.vulnerabilities })] : []),
  ];
}

/** Every threat of one assessment with its ratings, a line each, the worst first; those that nobody rated come last. */
export function threatLinesOf(input: ReportInput, assessment: RiskAssessment | null): ReadonlyArray<string> {
  const { t } = input.words;
  if (!assessment) return [];
  const { threats } = residualRisk(assessment, matrixOf(input, assessment));
  const isRated = new Set(threats.map(({ threat }) => threat.id));
  return [
    ...threats.map(({ threat, consequence, likelihood, risk, residualRisk: rest, isTolerable }) =>
      t("risk.threatLine", {
        name: threat.name,
        frs: threat.foundationalRequirements.join(", "),
        ...{ consequence, likelihood, risk },
        rest: restOf(input, rest, isTolerable),
        reason: threat.reason,
      }).trim(),
    ),
    ...assessment.threats
      .filter(({ id }) => !isRated.has(id))
      .map(({ name }) => t("risk.threatOpen", { name })),
  ];
}

function restOf({ words: { t } }: ReportInput, rest: number | null, isTolerable: boolean | null): string {
  if (rest === null) return t(isTolerable ? "threats.tolerable" : "threats.notRated");
  return t(isTolerable ? "threats.restTolerable" : "threats.restAbove", { risk: rest });
}

function assessedIn({ facts: { content }, index }: ReportInput): ReadonlyArray<Assessed> {
  return [
    ...content.zones.map((zone) => ({ name: zone.name, assessment: zone.riskAssessment })),
    ...content.conduits.map((conduit) => ({
      name: conduitNameOf(index, conduit),
      assessment: conduit.riskAssessment,
    })),
  ].flatMap(({ name, assessment }) => (assessment ? [{ name, assessment }] : []));
}

/** ZCR 6.6: the threats that were rated, the worst first. */
export function threatsOf(input: ReportInput): Section {
  const { t } = input.words;
  const { zones, conduits } = input.facts.content;
  const assessed = assessedIn(input);
  const rated = assessed
    .flatMap(({ name, assessment }) =>
      residualRisk(assessment, matrixOf(input, assessment)).threats.map((threat) => ({ name, ...threat })),
    )
    .toSorted((a, b) => b.risk - a.risk);
  const unrated = assessed.reduce(
    (sum, { assessment }) =>
      sum + assessment.threats.length - deriveTarget(assessment, matrixOf(input, assessment)).threats.length,
    0,
  );
  return {
    id: "zcr-6.6",
    title: t("zcr.6_6"),
    blocks: [
      paragraph(t("threats.text", { assessed: assessed.length, all: zones.length + conduits.length })),
      tableOr(
        t("threats.none"),
        [
          t("threats.threat"),
          t("threats.element"),
          t("threats.against"),
          t("threats.rated"),
          t("threats.risk"),
          t("threats.residual"),
        ],
        rated
          .slice(0, THREAT_ROWS)
          .map(({ name, threat, consequence, likelihood, risk, residualRisk: rest, isTolerable }) => [
            threat.name,
            name,
            threat.foundationalRequirements.join(", "),
            `${consequence} × ${likelihood}`,
            String(risk),
            restOf(input, rest, isTolerable),
          ]),
      ),
      ...(rated.length > THREAT_ROWS
        ? [muted(t("threats.more", { count: rated.length - THREAT_ROWS }))]
        : []),
      ...(unrated > 0 ? [muted(t("threats.unrated", { count: unrated }))] : []),
      muted(t("threats.limits")),
    ],
  };
}

/** ZCR 6.8: the matrix that holds and what is tolerable, with every element that says otherwise. */
export function tolerableRiskOf(input: ReportInput): Section {
  const { t } = input.words;
  const { version, matrix } = input.facts.matrix;
  const nameOf = (rating: (typeof RATINGS)[number], of: ReadonlyArray<{ name: string }>) =>
    `${rating} ${of[rating - 1]?.name ?? ""}`.trim();
  const own = assessedIn(input).filter(({ assessment }) => assessment.tolerableRisk !== null);
  return {
    id: "zcr-6.8",
    title: t("zcr.6_8"),
    blocks: [
      facts([
        [t("tolerable.matrix"), version === 0 ? t("tolerable.own") : t("tolerable.version", { version })],
        [t("tolerable.risk"), String(matrix.tolerableRisk)],
      ]),
      table(
        [t("tolerable.corner"), ...RATINGS.map((likelihood) => nameOf(likelihood, matrix.likelihood))],
        RATINGS.toReversed().map((consequence) => [
          nameOf(consequence, matrix.consequence),
          ...RATINGS.map((likelihood) => cellOf(matrix, riskOf(matrix, consequence, likelihood))),
        ]),
        "grid",
      ),
      muted(t("tolerable.legend")),
      table(
        [t("tolerable.likelihood"), t("tolerable.meaning")],
        RATINGS.map((rating) => [
          nameOf(rating, matrix.likelihood),
          matrix.likelihood[rating - 1]?.description ?? "",
        ]),
      ),
      table(
        [
          t("tolerable.consequence"),
          ...CONSEQUENCE_CATEGORIES.map((category) => t(`risk:category.${category}`)),
        ],
        RATINGS.map((rating) => [
          nameOf(rating, matrix.consequence),
          ...CONSEQUENCE_CATEGORIES.map((category) => matrix.consequence[rating - 1]?.[category] ?? ""),
        ]),
      ),
      ...(own.length > 0
        ? [
            heading(2, t("tolerable.ofElements")),
            table(
              [t("threats.element"), t("tolerable.risk")],
              own.map(({ name, assessment }) => [name, String(assessment.tolerableRisk)]),
            ),
          ]
        : []),
    ],
  };
}

/** Told apart without colour: what is tolerable says so. */
function cellOf({ tolerableRisk }: RiskMatrix, risk: number): string {
  return risk <= tolerableRisk ? `${risk} ✓` : String(risk);
}
