import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Callout } from "../callout";
import { FileDownload } from "../download/file-download";
import { Panel } from "../panel";

const COUNTED = ["decisions", "exceptions", "requests", "entries"] as const;
type Counted = (typeof COUNTED)[number];

type ChosenPackProps = {
  kind: "zone" | "supplier" | "period";
  /** Of the zone or supplier, or the days. */
  name: string;
  query: Readonly<Record<"zone" | "supplier" | "from" | "to", string | null>>;
  counts: Readonly<Record<Counted, number>>;
  tooMuchOf: Counted | null;
  isEmpty: boolean;
};

/** What the chosen pack would hold, and the pack; where it would hold too much, the way out. */
export function ChosenPack({ kind, name, query, counts, tooMuchOf, isEmpty }: ChosenPackProps) {
  const { t } = useTranslation("pack");
  if (tooMuchOf !== null)
    return (
      <Callout tone="warning" title={t("page.tooLarge.title")}>
        <p>{t(`page.tooLarge.text.${tooMuchOf}`, { count: counts[tooMuchOf] })}</p>
        <p>{t(`page.tooLarge.remedy.${kind}`)}</p>
      </Callout>
    );
  // Of a zone or a supplier the entries are found by what they are about, while the pack is made.
  const counted = COUNTED.filter((one) => one !== "entries" || kind === "period");
  const { zone, supplier, from, to } = query;
  return (
    <Panel title={t("page.ready.title", { name })}>
      <div className="grid justify-items-start gap-3">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {counted.map((one) => (
            <li key={one}>{t(`page.ready.${one}`, { count: counts[one] })}</li>
          ))}
        </ul>
        {isEmpty ? (
          <Callout tone="info" title={t("page.ready.empty")}>
            {t(`page.ready.emptyText.${kind}`)}
          </Callout>
        ) : null}
        <FileDownload
          href={paths.evidencePackFile({
            kind,
            ...(zone && { zone }),
            ...(supplier && { supplier }),
            ...(from && { from }),
            ...(to && { to }),
          })}
          label={t("page.ready.download")}
          hint={t("page.ready.hint")}
        />
      </div>
    </Panel>
  );
}
