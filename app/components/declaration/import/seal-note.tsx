import { Callout } from "~/components/callout";
import { Link } from "~/components/link";
import type { SealFinding } from "~/domain/declaration/import-plan";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

const TONES = { intact: "success", "unknown-key": "warning", altered: "danger", unsigned: "info" } as const;

/** What the seal of a declaration file is worth. It never stands in the way: what is taken over is signed anew. */
export function SealNote({ seal: { standing, says } }: { seal: SealFinding }) {
  const { t } = useTranslation("import");
  const language = useLanguage();
  const claim = says && {
    name: says.signedBy,
    date: formatDay(says.signedAt.slice(0, 10), language),
    key: says.keyId.slice(0, 12),
  };
  return (
    <Callout tone={TONES[standing]} title={t(`seal.${standing}`)}>
      {claim ? <p>{t(standing === "altered" ? "seal.claims" : "seal.says", claim)}</p> : null}
      <p>
        {t(`seal.${standing}Text`)}{" "}
        {standing === "unknown-key" ? <Link to={paths.portalKey()}>{t("sealing:export.toKey")}</Link> : null}
      </p>
    </Callout>
  );
}
