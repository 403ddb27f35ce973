import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { KeyValue } from "../key-value";
import { Link } from "../link";
import { Panel } from "../panel";
import { LastDay } from "./last-day";

type CountermeasureFactsProps = {
  countermeasure: {
    description: string;
    evidence: string;
    expiresOn: string | null;
    rows: ReadonlyArray<{ id: string; title: string; minSl: number | null }>;
    place: {
      modelId: string;
      modelName: string;
      kind: "zone" | "conduit";
      name: string | null;
      zones: ReadonlyArray<{ id: string; name: string }>;
    };
    history: ReadonlyArray<{
      step: "proposed" | "accepted" | "refused" | "withdrawn";
      at: string;
      byName: string | null;
      reason: string;
    }>;
  };
};

/** What was proposed, as it was proposed, and what has become of it. */
export function CountermeasureFacts({ countermeasure }: CountermeasureFactsProps) {
  const { t } = useTranslation("countermeasure");
  const { description, evidence, expiresOn, rows, place, history } = countermeasure;
  return (
    <>
      <Panel title={t("page.facts")}>
        <KeyValue
          columns={2}
          entries={[
            {
              term: t("field.description"),
              value: <span className="whitespace-pre-line">{description}</span>,
            },
            { term: t("field.evidence"), value: <span className="whitespace-pre-line">{evidence}</span> },
            { term: t(`kind.${place.kind}`), value: <PlaceText place={place} /> },
            { term: t("field.expiresOn"), value: <LastDay value={expiresOn} /> },
          ]}
        />
      </Panel>
      <Panel title={t("page.rows")} description={t("page.rowsText")} flush>
        <DataTable
          caption={t("page.rowsCaption")}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: "id", header: t("common:requirement"), rowHeader: true, cell: ({ id }) => id },
            { id: "title", header: t("field.title"), wrap: true, cell: ({ title }) => title },
            { id: "level", header: t("page.level"), align: "end", cell: ({ minSl }) => minSl ?? "–" },
          ]}
        />
      </Panel>
      <Panel title={t("page.history")}>
        <ol className="grid gap-2">
          {history.map(({ step, at, byName, reason }) => (
            <li key={step}>
              {t("page.historyEntry", { step: t(`page.step.${step}`), name: byName ?? "–" })},{" "}
              <DateText value={at} time />
              {reason ? <p className="whitespace-pre-line text-muted">{reason}</p> : null}
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}

function PlaceText({ place }: { place: CountermeasureFactsProps["countermeasure"]["place"] }) {
  const { t } = useTranslation("countermeasure");
  const [only] = place.zones;
  if (place.kind === "zone" && only)
    return (
      <>
        <Link to={paths.zoneProfile(place.modelId, only.id)}>{only.name}</Link>, {place.modelName}
      </>
    );
  return (
    <>
      {place.name ?? t("gone")}, {place.modelName}
      <span className="block text-sm">
        {place.zones.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 ? " · " : null}
            <Link to={paths.zoneProfile(place.modelId, id)}>{name}</Link>
          </span>
        ))}
      </span>
    </>
  );
}
