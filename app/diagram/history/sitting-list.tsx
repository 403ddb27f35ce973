import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Link } from "~/components/link";
import type { ChangeSentence } from "~/domain/zone-model/change-sentences";
import { formatClock } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { useSentenceText } from "../editing/use-change-text";

type EditEntry = { version: number; at: string; sentences: ReadonlyArray<ChangeSentence>; more: number };
type SittingListProps = {
  modelId: string;
  sittings: ReadonlyArray<{
    personId: string;
    personName: string;
    from: string;
    to: string;
    edits: ReadonlyArray<EditEntry>;
  }>;
  mayEdit: boolean;
};

/** What was changed, by person and time, newest first; every state can be looked at, every change taken back. */
export function SittingList({ modelId, sittings, mayEdit }: SittingListProps) {
  const { t } = useTranslation("editing");
  const language = useLanguage();
  if (sittings.length === 0)
    return <EmptyState title={t("history.none")}>{t("history.noneText")}</EmptyState>;
  return (
    <ol className="grid gap-6" aria-label={t("history.title")}>
      {sittings.map(({ personName, from, to, edits }) => (
        <li key={to + String(edits[0]?.version)} className="grid gap-2">
          <h3 className="font-semibold">
            {personName}{" "}
            <span className="text-muted text-sm font-normal">
              <DateText value={from} time />
              {formatClock(from, language) === formatClock(to, language)
                ? null
                : ` – ${formatClock(to, language)}`}
            </span>
          </h3>
          <ol className="border-line grid gap-3 border-l-2 pl-4">
            {edits.map((edit) => (
              <li key={edit.version} className="grid gap-1">
                <Sentences edit={edit} />
                <div className="text-muted flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
                  <span>
                    {t("history.version", { version: edit.version })}, {formatClock(edit.at, language)}
                  </span>
                  <Link to={paths.modelState(modelId, edit.version)}>{t("history.look")}</Link>
                  {mayEdit ? (
                    <Form method="post">
                      <input type="hidden" name="version" value={edit.version} />
                      <Button type="submit" size="small" variant="quiet">
                        {t("history.takeBack")}
                      </Button>
                    </Form>
                  ) : null}
                </div>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Sentences({ edit: { sentences, more } }: { edit: EditEntry }) {
  const { t } = useTranslation("diagram");
  const sentenceText = useSentenceText();
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={JSON.stringify(sentence)}>{sentenceText(sentence)}</li>
      ))}
      {more > 0 ? <li>{t("moreChanges", { count: more })}</li> : null}
    </ul>
  );
}
