import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Section } from "../section";

/** From a published zone to what products mean for it. */
export function ZoneQuestions({ modelId, zoneId }: { modelId: string; zoneId: string }) {
  const { t } = useTranslation("questions");
  return (
    <Section id="products" title={t("links.zoneTitle")} description={t("links.zoneText")}>
      <div className="actions">
        <ButtonLink to={paths.zoneProducts(modelId, zoneId)} icon="product">
          {t("links.candidates")}
        </ButtonLink>
        <ButtonLink to={paths.whatIf(modelId, zoneId)} icon="question">
          {t("links.whatIf")}
        </ButtonLink>
      </div>
    </Section>
  );
}
