import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { Section } from "~/components/section";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import type { RiskPageParts } from "./risk-parts";
import { AcceptedSummary } from "./risk-summary";
import { useRiskPath } from "./use-risk-path";
import { Withdrawn } from "./withdrawn";

type AcceptedPageProps = { page: RiskPageParts; accepted: NonNullable<RiskPageParts["accepted"]> };

/** What somebody accepted, as it then was: read by the matrix it was rated with, whatever was changed since (ZCR 7.1). */
export function AcceptedPage({ page, accepted }: AcceptedPageProps) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const { element, hasAssessment, matrixVersion, modelId } = page;
  const { by, at, note, version, withdrawn } = accepted;
  return (
    <Section
      title={t(element.kind === "zone" ? "accepted.titleZone" : "accepted.titleConduit", {
        name: element.name,
      })}
      description={t("accepted.description")}
      actions={
        <ButtonLink to={pathOf("summary")} size="small">
          {t("accepted.back")}
        </ButtonLink>
      }
    >
      <Callout tone="info">
        <p>
          {t("acceptance.by", { name: by })} <DateText value={at} time />
        </p>
        {note ? <p className="whitespace-pre-line">{note}</p> : null}
        {withdrawn ? <Withdrawn withdrawal={withdrawn} /> : null}
        {hasAssessment ? <p>{t("accepted.matrix", { version: matrixVersion })}</p> : null}
        {version === null ? (
          <p>{t("accepted.notKept")}</p>
        ) : (
          <p>
            <Link to={paths.modelState(modelId, version)}>{t("accepted.version", { version })}</Link>
          </p>
        )}
      </Callout>
      <AcceptedSummary page={page} />
    </Section>
  );
}
