import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { type FilePlace, FilePlaceSchema } from "~/domain/declaration/import-plan";
import { FILE_REFUSALS, type FileRefusalCode } from "~/domain/declaration/import-words";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { FileImport } from "./file-import-page";
import { PlaceText } from "./place-text";
import { ReadAgain } from "./read-again";

export type ApplyRefusal = { code: string; entries?: ReadonlyArray<string> };

/** Why nothing was taken from a file, where that stands in it, and what can be done. */
export function FileRefused({ declarationId, file }: { declarationId: string; file: FileImport["file"] }) {
  const { t } = useTranslation("import");
  const { code, place, detail } = toRefusal(file.refusal);
  const isWorthAgain =
    code === "took-too-long" || code === "could-not-be-read" || code === "took-too-much-memory";
  return (
    <Callout
      tone="danger"
      live
      title={t("refused.title", { name: file.name })}
      action={<ButtonLink to={paths.declarationImport(declarationId)}>{t("refused.another")}</ButtonLink>}
    >
      <p>{t(`refusal.${code}`)}</p>
      {place ? (
        <p>
          {t("refused.place")} <PlaceText place={place} />
        </p>
      ) : null}
      {detail === "" ? null : <p>{t("refused.detail", { detail })}</p>}
      <p>{t("refused.nothing")}</p>
      {isWorthAgain ? <ReadAgain declarationId={declarationId} sha256={file.sha256} /> : null}
    </Callout>
  );
}

/** What was stored; a code of a version that is no more reads like any other failure. */
function toRefusal(refusal: unknown): { code: FileRefusalCode; place: FilePlace | null; detail: string } {
  const { code, place, detail } = { code: "", place: null, detail: "", ...(refusal as object) };
  const at = FilePlaceSchema.safeParse(place);
  return {
    code: FILE_REFUSALS.find((known) => known === code) ?? "could-not-be-read",
    place: at.success ? at.data : null,
    detail: typeof detail === "string" ? detail : "",
  };
}

const KNOWN = [
  "nothing-chosen",
  "severity-missing",
  "changed-meanwhile",
  "row-not-applicable",
  "too-much-evidence",
  "too-many-vulnerabilities",
  "not-a-draft",
] as const;

type NotAppliedProps = { refusal: ApplyRefusal; declarationId: string; sha256: string };

/** Why what was ticked was not taken over. */
export function NotApplied({ refusal: { code, entries = [] }, declarationId, sha256 }: NotAppliedProps) {
  const { t } = useTranslation("import");
  const known = KNOWN.find((one) => one === code) ?? "other";
  return (
    <Callout tone="danger" live title={t("notApplied.title")}>
      <p>{t(`notApplied.${known}`)}</p>
      {entries.length > 0 ? (
        <p>
          {entries
            .map((id) => id.replace(/^[a-z-]+:/, ""))
            .slice(0, 20)
            .join(", ")}
        </p>
      ) : null}
      {code === "changed-meanwhile" ? <ReadAgain declarationId={declarationId} sha256={sha256} /> : null}
    </Callout>
  );
}
