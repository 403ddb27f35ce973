import type { Regime } from "~/domain/declaration/fact-values";
import type { LawCircumstance, LawPlace } from "~/domain/law/obligations";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { Panel } from "../panel";
import { VerifyMark } from "../verify-mark";

type ShownObligation = {
  id: string;
  instrumentTitle: string;
  ref: string;
  summary: string;
  confidence: Confidence;
  appliesFrom: string | null;
  standing: "in-force" | "coming" | "undated";
  onlyIf: { regimes: ReadonlyArray<Regime> | null; circumstance: LawCircumstance | null } | null;
};
export type ShownLaw = { place: LawPlace; obligations: ReadonlyArray<ShownObligation> };

const SHOWN_AT_ONCE = 3;

/** A few plain sentences, each with its article and day; the rest when asked for. */
export function LawPanel({ law: { place, obligations } }: { law: ShownLaw }) {
  const { t } = useTranslation("law");
  const rest = obligations.slice(SHOWN_AT_ONCE);
  return (
    <Panel id="law" title={t("panel.title")} description={t(`panel.text.${place}`)}>
      {obligations.length === 0 ? <p className="text-muted">{t("panel.none")}</p> : null}
      <ObligationList obligations={obligations.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 ? (
        <Disclosure summary={t("panel.more", { count: rest.length })}>
          <ObligationList obligations={rest} />
        </Disclosure>
      ) : null}
      {place === "zone" ? <p className="text-muted text-sm">{t("panel.zokb")}</p> : null}
      <p className="text-muted text-sm">
        {t("panel.noAdvice")} <Link to={paths.standard("regulations")}>{t("panel.catalogue")}</Link>
      </p>
    </Panel>
  );
}

function ObligationList({ obligations }: { obligations: ReadonlyArray<ShownObligation> }) {
  const { t } = useTranslation("law");
  return (
    <ul className="grid gap-3">
      {obligations.map(({ id, summary, instrumentTitle, ref, confidence, standing, appliesFrom, onlyIf }) => (
        <li key={id}>
          <p>{summary}</p>
          <p className="text-muted text-sm">
            <Link to={`${paths.standard("regulations")}#row-${id.replaceAll(" ", "-")}`}>
              {instrumentTitle}, {ref}
            </Link>
            {", "}
            {standing === "undated" || appliesFrom === null ? (
              t("panel.undated")
            ) : (
              <>
                {t(standing === "coming" ? "panel.from" : "panel.since")} <DateText value={appliesFrom} />
              </>
            )}{" "}
            <VerifyMark confidence={confidence} />
          </p>
          {onlyIf ? <OnlyIf {...onlyIf} /> : null}
        </li>
      ))}
    </ul>
  );
}

function OnlyIf({ regimes, circumstance }: NonNullable<ShownObligation["onlyIf"]>) {
  const { t } = useTranslation("law");
  const language = useLanguage();
  const names = regimes?.map((regime) => t(`regime.${regime}`)) ?? [];
  return (
    <p className="text-muted text-sm">
      {names.length > 0 ? `${t("panel.onlyIfRegime", { regimes: formatList(names, language) })} ` : ""}
      {circumstance ? t(`panel.onlyIf.${circumstance}`) : ""}
    </p>
  );
}
