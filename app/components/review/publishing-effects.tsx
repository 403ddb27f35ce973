import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { usePlaceColumns } from "./place-columns";

type PublishingEffectsProps = {
  assessed: number;
  changed: number;
  brokenDevices: number;
  needReviewAlready: number;
  decisions: ReadonlyArray<Decision>;
};
type Decision = {
  id: string;
  zoneName: string;
  productName: string;
  releaseVersion: string;
  decidedByName: string;
  cause: "zone-removed" | "target-removed" | "declaration-withdrawn" | "exception-ended" | "result-changed";
};

/** What publishing would change: in short, and every decision that would need review by name. */
export function PublishingEffects(props: PublishingEffectsProps) {
  const { assessed, changed, brokenDevices, decisions, needReviewAlready } = props;
  const { t } = useTranslation("review");
  const place = usePlaceColumns<Decision>(({ id }) => paths.decision(id));
  const isSafe = brokenDevices === 0 && decisions.length === 0;
  return (
    <Section id="breaks" title={t("breaks.title")} description={t("breaks.text")}>
      <Callout tone={isSafe ? "success" : "warning"}>
        <ul>
          {brokenDevices > 0 ? (
            <li>
              <a href="#devices">{t("breaks.devicesBreak", { count: brokenDevices })}</a>
            </li>
          ) : null}
          {decisions.length > 0 ? <li>{t("breaks.decisionsBreak", { count: decisions.length })}</li> : null}
          {isSafe ? <li>{t("breaks.safe")}</li> : null}
          <li>{assessed === 0 ? t("breaks.nothing") : t("breaks.counts", { count: assessed, changed })}</li>
        </ul>
      </Callout>
      {decisions.length > 0 ? (
        <>
          <h3 className="subsection-title">{t("breaks.decisions", { count: decisions.length })}</h3>
          <p className="text-muted">{t("breaks.decisionsText")}</p>
          <DataTable
            caption={t("breaks.decisionsCaption")}
            captionHidden
            rows={decisions}
            rowKey={({ id }) => id}
            columns={[
              ...place,
              {
                id: "by",
                header: t("breaks.decidedBy"),
                cell: ({ decidedByName }) => decidedByName,
              },
              {
                id: "why",
                header: t("breaks.why"),
                wrap: true,
                cell: ({ cause }) => t(`breaks.cause.${cause}`),
              },
            ]}
          />
        </>
      ) : null}
      {needReviewAlready > 0 ? (
        <p className="text-muted">{t("breaks.already", { count: needReviewAlready })}</p>
      ) : null}
    </Section>
  );
}
