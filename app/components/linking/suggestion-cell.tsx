import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { Link } from "../link";
import type { Tone } from "../tone";
import { type ShownGroup, type ShownRelease, type ShownSuggestion, titleOf } from "./shown";
import { useLinkingLink } from "./use-linking-link";

const TONES: Readonly<Record<ShownSuggestion["grade"], Tone>> = {
  certain: "success",
  likely: "info",
  possible: "neutral",
};

export function useReleaseName() {
  const { t } = useTranslation("linking");
  return ({ productName, releaseVersion, supplierName }: ShownRelease) =>
    t("table.release", { product: productName, version: releaseVersion, supplier: supplierName });
}

type SuggestionCellProps = { group: ShownGroup; row: number; mayEdit: boolean };

/** What the assets may be, why, and what speaks against it; of several one is chosen, or another product altogether. */
export function SuggestionCell({ group, row, mayEdit }: SuggestionCellProps) {
  const { t } = useTranslation("linking");
  const nameOf = useReleaseName();
  const linkTo = useLinkingLink();
  const { suggestions, firstId, described } = group;
  const [first] = suggestions;
  const field = `rows.${row}.releaseId`;
  const label = t(first ? "table.choose" : "table.chooseFirst");
  return (
    <div className="grid gap-1">
      {first ? <Reason suggestion={first} /> : <span className="text-muted">{t("table.none")}</span>}
      {first && suggestions.length === 1 ? (
        <input type="hidden" name={field} value={first.releaseId} disabled={!mayEdit} />
      ) : null}
      {suggestions.length > 1 ? (
        <select
          className="input select"
          name={field}
          disabled={!mayEdit}
          aria-label={t("table.which", { name: titleOf(described) })}
          defaultValue={first?.releaseId}
        >
          {suggestions.map(({ releaseId, release }) => (
            <option key={releaseId} value={releaseId}>
              {nameOf(release)}
            </option>
          ))}
        </select>
      ) : null}
      {mayEdit ? (
        <Link
          to={linkTo({ choose: firstId, product: null }, "choose")}
          preventScrollReset
          aria-label={t("table.chooseFor", { label, name: titleOf(described) })}
        >
          {label}
        </Link>
      ) : null}
    </div>
  );
}

function Reason({ suggestion: { grade, basis, doubts, release } }: { suggestion: ShownSuggestion }) {
  const { t } = useTranslation("linking");
  const language = useLanguage();
  const nameOf = useReleaseName();
  const against = formatList(
    doubts.map((doubt) => t(`doubt.${doubt}`)),
    language,
  );
  return (
    <>
      <span>
        <Badge tone={TONES[grade]}>{t(`grade.${grade}`)}</Badge> <strong>{nameOf(release)}</strong>
      </span>
      <span className="text-muted">
        {t(`basis.${basis}`)}.{against === "" ? null : ` ${t("doubts", { doubts: against })}`}
      </span>
    </>
  );
}
