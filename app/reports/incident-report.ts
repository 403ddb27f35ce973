import type { IncidentStep } from "~/domain/incident/incident";
import type { ClockStanding } from "~/domain/notice/reporting-clock";
import type { Translate } from "~/i18n/keys";
import { facts, muted, paragraph, type ReportDocument, tableOr, type Unprintable, warning } from "./document";

/** A hospital's record as it stood at one moment. */
export type IncidentFacts = {
  hospital: string;
  madeBy: string;
  madeAt: Date;
  title: string;
  description: string;
  state: "open" | "ended" | "closed";
  involvesPersonalData: boolean;
  notice: {
    title: string;
    supplierName: string;
    vulnerabilities: ReadonlyArray<string>;
    remedies: string;
    releases: ReadonlyArray<string>;
  } | null;
  clocks: ReadonlyArray<ClockStanding>;
  entries: ReadonlyArray<{
    what: IncidentStep | null;
    happenedAt: Date;
    recordedAt: Date;
    recordedByName: string;
    note: string;
  }>;
  measures: ReadonlyArray<{ text: string; owner: string; dueOn: string | null; doneAt: Date | null }>;
  /** By model: zones with affected assets and those that conduits lead to. */
  reach: ReadonlyArray<{
    model: string;
    zones: ReadonlyArray<{ name: string; hops: number; assets: ReadonlyArray<string> }>;
  }>;
};

export type IncidentWords = {
  language: string;
  t: Translate<"notice">;
  day: (value: string) => string;
  instant: (value: Date) => string;
  unprintable: Unprintable;
};

/** A report filled in from the record, for a person to complete and send where it belongs. Pure. */
export function incidentReport(incident: IncidentFacts, words: IncidentWords): ReportDocument {
  const { t, language, instant, unprintable } = words;
  return {
    title: t("report.title", { title: incident.title }),
    subtitle: t("report.subtitle", { hospital: incident.hospital }),
    language,
    mark: null,
    unprintable,
    footer: t("report.footer", { title: incident.title }),
    pageOf: t("report:pageOf", { page: "{page}", pages: "{pages}" }),
    cover: [
      warning(t("report.notSent")),
      facts([
        [t("report.hospital"), incident.hospital],
        [t("incident.head.state"), t(`incident.state.${incident.state}`)],
        [t("report.personalData"), t(incident.involvesPersonalData ? "report.yes" : "report.no")],
        [t("report.made"), `${instant(incident.madeAt)}, ${incident.madeBy}`],
      ]),
    ],
    sections: [
      {
        id: "what",
        title: t("incident.descriptionLabel"),
        blocks: [
          incident.description === "" ? muted(t("report.notFilledIn")) : paragraph(incident.description),
          ...(incident.notice ? [noticeFacts(incident.notice, words)] : []),
        ],
      },
      {
        id: "clocks",
        title: t("clock.title"),
        blocks: [muted(t("report.verify")), clockTable(incident, words)],
      },
      { id: "timeline", title: t("incident.timeline"), blocks: [timeline(incident, words)] },
      { id: "affected", title: t("received.where"), blocks: affected(incident, words) },
      { id: "measures", title: t("incident.measures"), blocks: [measureTable(incident, words)] },
    ],
  };
}

function noticeFacts(notice: NonNullable<IncidentFacts["notice"]>, { t }: IncidentWords) {
  return facts([
    [t("report.notice"), notice.title],
    [t("page.supplier"), notice.supplierName],
    [t("field.releases"), notice.releases.join(", ")],
    [t("field.vulnerabilityNumbers"), notice.vulnerabilities.join(", ")],
    [t("field.remedies"), notice.remedies],
  ]);
}

function clockTable({ clocks }: IncidentFacts, { t, instant }: IncidentWords) {
  return tableOr(
    t("clock.noEvents"),
    [
      t("clock.head.step"),
      t("clock.head.law"),
      t("clock.head.due"),
      t("clock.head.state"),
      t("report.doneAt"),
    ],
    clocks.map(({ step, regime, confidence, dueAt, state, doneAt, isIncoming }) => [
      isIncoming ? `${step} (${t("clock.incoming")})` : step,
      confidence === "cross-checked" ? regime : `${regime} (${t(`components:confidence.${confidence}`)})`,
      dueAt ? instant(dueAt) : "–",
      t(`clock.state.${state}`),
      doneAt ? instant(doneAt) : "–",
    ]),
  );
}

function timeline({ entries }: IncidentFacts, { t, instant }: IncidentWords) {
  const head = [
    t("clock.eventHead.what"),
    t("clock.eventHead.when"),
    t("clock.eventHead.recorded"),
    t("clock.eventHead.by"),
    t("clock.eventHead.note"),
  ];
  const rows = entries.map(({ what, happenedAt, recordedAt, recordedByName, note }) => [
    what ? t(`clock.event.${what}`) : t("incident.note"),
    ...[instant(happenedAt), instant(recordedAt), recordedByName, note],
  ]);
  return tableOr(t("clock.noEvents"), head, rows);
}

function affected({ reach }: IncidentFacts, { t }: IncidentWords) {
  const head = [
    t("report.model"),
    t("received.zoneHead.zone"),
    t("received.zoneHead.distance"),
    t("received.zoneHead.assets"),
  ];
  const rows = reach.flatMap(({ model, zones }) =>
    zones.map(({ name, hops, assets }) => [
      ...[model, name],
      hops === 0 ? t("received.here") : t("received.hops", { count: hops }),
      assets.join(", ") || "–",
    ]),
  );
  return [tableOr(t("received.nowhere"), head, rows)];
}

function measureTable({ measures }: IncidentFacts, { t, day, instant }: IncidentWords) {
  const head = [
    t("incident.measureHead.text"),
    t("incident.measureHead.owner"),
    t("incident.measureHead.due"),
    t("incident.measureHead.done"),
  ];
  const rows = measures.map(({ text, owner, dueOn, doneAt }) => [
    ...[text, owner || "–", dueOn ? day(dueOn) : "–", doneAt ? instant(doneAt) : "–"],
  ]);
  return tableOr(t("incident.noMeasures"), head, rows);
}
