import { policyLayersOf } from "~/catalogue/zone-profile";
import { resolvePolicy } from "~/domain/policy/policy";
import { POLICY_KEYS } from "~/domain/policy/policy-rules";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { differenceOf } from "~/domain/zone-model/difference";
import type { Conduit } from "~/domain/zone-model/zone-model";
import { heading, muted, paragraph, type Section, table, tableOr, warning } from "../document";
import { conduitNameOf, vectorText } from "../parts";
import type { ReportInput } from "../report-facts";

/** ZCR 6.5: what people wrote down, and plainly what the portal does not ask for. */
export function assumptionsOf({ facts: { content }, index, words: { t } }: ReportInput): Section {
  const written = [
    ...content.zones.flatMap(({ name, purpose, weakerThanParentReason }) => [
      ...(purpose ? [[name, t("assumptions.purpose"), purpose]] : []),
      ...(weakerThanParentReason ? [[name, t("assumptions.weaker"), weakerThanParentReason]] : []),
    ]),
    ...content.waivers.flatMap(({ element, reason }) => {
      const conduit = element.kind === "conduit" ? index.conduitById.get(element.id) : undefined;
      const named =
        element.kind === "zone" ? index.zoneById.get(element.id) : index.assetById.get(element.id);
      const name = conduit ? conduitNameOf(index, conduit) : named?.name;
      return name === undefined ? [] : [[name, t("assumptions.waiver"), reason]];
    }),
  ];
  return {
    id: "zcr-6.5",
    title: t("zcr.6_5"),
    blocks: [
      paragraph(t("assumptions.text")),
      tableOr(
        t("assumptions.none"),
        [t("assumptions.element"), t("assumptions.kind"), t("assumptions.said")],
        written,
      ),
      warning(t("assumptions.notRecorded")),
    ],
  };
}

/** ZCR 6.7: what holds in general; what a zone says otherwise stands with the zone. */
export function policiesOf({ facts: { policy }, words }: ReportInput): Section {
  const { t, policyValue } = words;
  const { policy: general, origins } = resolvePolicy(
    policyLayersOf({ referenceType: null, policy: {} }, policy.layer),
  );
  const rows = POLICY_KEYS.filter((key) => general[key] !== null).map((key) => {
    const from = origins[key];
    // In general there is no kind of zone: what stands there is what Cordon comes with.
    const origin = from === "organisation" ? t("policy.ofHospital") : t("policy.ofCordon");
    return [t(`policy:rule.${key}.name`), policyValue(key, general[key]), origin];
  });
  return {
    id: "zcr-6.7",
    title: t("zcr.6_7"),
    blocks: [
      paragraph(
        policy.version === null ? t("policy.noVersion") : t("policy.version", { version: policy.version }),
      ),
      tableOr(t("policy.none"), [t("policy.rule"), t("policy.value"), t("policy.origin")], rows),
      muted(t("policy.limits")),
    ],
  };
}

/** ZCR 6.9: laws by their days, and what they ask of a hospital, as the catalogue has it. */
export function regulationOf({ facts: { law, asOf }, words }: ReportInput): Section {
  const { t, day } = words;
  const sure = (confidence: Confidence) => t(`components:confidence.${confidence}`);
  const dates = law.instruments
    .flatMap(({ title, citation, dates: days }) => days.map((one) => ({ title, citation, ...one })))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const titleOf = new Map(law.instruments.map(({ id, title }) => [id, title]));
  const undated = law.instruments.filter((one) => one.dates.length === 0).map(({ title }) => title);
  return {
    id: "zcr-6.9",
    title: t("zcr.6_9"),
    blocks: [
      warning(t("law.noAdvice")),
      tableOr(
        t("law.none"),
        [t("law.date"), t("law.instrument"), t("law.event"), t("law.confidence")],
        dates.map(({ date, title, citation, event, confidence }) => [
          // Some days are known by their month or year alone.
          `${date.length === 10 ? day(date) : date}${date > asOf ? `\n${t("law.ahead")}` : ""}`,
          `${title}\n${citation}`,
          event,
          sure(confidence),
        ]),
      ),
      ...(undated.length > 0 ? [muted(t("law.undated", { list: undated.join(", ") }))] : []),
      heading(2, t("law.obligations")),
      tableOr(
        t("law.none"),
        [t("law.instrument"), t("law.article"), t("law.summary"), t("law.confidence")],
        law.obligations.map(({ instrument, ref, summary, confidence }) => [
          titleOf.get(instrument) ?? instrument,
          ref,
          summary,
          sure(confidence),
        ]),
      ),
    ],
  };
}

const CHANGE_ROWS = 500;

/** What this state says otherwise than the revision before it. */
export function changesOf({ facts: known, index, words }: ReportInput): Section {
  const { t } = words;
  const { previous, content } = known;
  const section = { id: "changes", title: t("changes.title") };
  if (!previous) return { ...section, blocks: [muted(t("changes.first"))] };
  const { zones, conduits, assets } = differenceOf(previous.content, content);
  const kinds = { zone: t("common:zone"), conduit: t("common:conduit"), asset: t("common:asset") };
  const nameOf = (element: { name: string } | Conduit) =>
    "fromZoneId" in element ? conduitNameOf(index, element) : element.name;
  const lists = [
    { kind: kinds.zone, ...zones },
    { kind: kinds.conduit, ...conduits },
    { kind: kinds.asset, ...assets },
  ];
  const rows = lists.flatMap(({ kind, added, removed, changed }) => [
    ...added.map((one) => [kind, nameOf(one), t("model:difference.added"), ""]),
    ...removed.map((one) => [kind, nameOf(one), t("model:difference.removed"), ""]),
    ...changed.map((one) => [kind, nameOf(one.after), t("model:difference.changed"), whatChanged(one)]),
  ]);
  function whatChanged(one: (typeof lists)[number]["changed"][number]): string {
    const fields = one.fields.filter((name) => name !== "slTarget").map((name) => words.field(name));
    const [before, after] = [one.before, one.after];
    const isTargeted =
      one.fields.some((name) => name === "slTarget") && "slTarget" in before && "slTarget" in after;
    const levels = isTargeted
      ? [
          t("changes.target", {
            before: vectorText(before.slTarget, words),
            after: vectorText(after.slTarget, words),
          }),
        ]
      : [];
    return [...levels, ...fields].join(", ");
  }
  return {
    ...section,
    blocks: [
      paragraph(t("changes.since", { number: previous.number })),
      rows.length === 0
        ? muted(t("changes.none"))
        : table(
            [t("changes.kind"), t("changes.element"), t("changes.change"), t("changes.what")],
            rows.slice(0, CHANGE_ROWS),
          ),
      ...(rows.length > CHANGE_ROWS ? [muted(t("changes.more", { count: rows.length - CHANGE_ROWS }))] : []),
    ],
  };
}
