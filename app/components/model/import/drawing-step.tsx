import { useMemo, useRef } from "react";
import { Button } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { SelectField } from "~/components/select-field";
import type { Drawing } from "~/formats/drawio/drawing";
import { useTranslation } from "~/i18n/use-translation";
import type { ImportContext } from "./import-wizard";
import { ModelImport } from "./model-import";
import { PAGE_ROWS, Pager } from "./pager";
import type { ImportSource } from "./read-source";
import { ReadingProgress } from "./reading-progress";
import { SourceErrorCallout } from "./source-step";
import { useReading } from "./use-reading";

type DrawingStepProps = ImportContext & { source: Extract<ImportSource, { kind: "drawing" }> };

/** A draw.io drawing: which page, what it says as a model, what of it was not taken over. */
export function DrawingStep({ source, ...context }: DrawingStepProps) {
  const { state, change } = context;
  const protocols = useEqualList(context.protocols);
  const { t } = useTranslation("transfer");
  const asked = useMemo(
    () => ({ what: "drawing" as const, text: source.text, page: state.sheet, protocols }),
    [source.text, state.sheet, protocols],
  );
  const { stage, answer, hasFailed } = useReading<"drawing">(asked);
  const back = () => change({ step: "source", source: null });
  // The choice stays, and the keyboard in it, while another page is read.
  const known = useRef<ReadonlyArray<string>>([]);
  const pages = answer?.ok ? answer.value.pages : known.current;
  known.current = pages;
  return (
    <>
      {pages.length > 1 ? (
        <SelectField
          name="page"
          label={t("drawing.page")}
          value={String(state.sheet)}
          onChange={(event) => change({ sheet: Number(event.target.value), page: 0 })}
          options={pages.map((name, index) => ({
            value: String(index),
            label: t("drawing.pageNamed", { number: index + 1, name }),
          }))}
        />
      ) : null}
      {answer?.ok ? (
        <DrawingPreview {...context} drawing={answer.value.drawing} />
      ) : answer || hasFailed ? (
        <>
          <SourceErrorCallout error={answer ? answer.refusal : { code: "not-read" }} />
          <div className="actions">
            <Button onClick={back}>{t("import.back")}</Button>
          </div>
        </>
      ) : (
        <ReadingProgress stage={stage} onCancel={back} />
      )}
    </>
  );
}

function DrawingPreview({ drawing, ...context }: ImportContext & { drawing: Drawing }) {
  const { state, change } = context;
  const { t } = useTranslation("transfer");
  const { model, notes } = drawing;
  return (
    <ModelImport {...context} kind="drawio" title={t("drawing.title")} model={model}>
      <Section title={t("drawing.notes", { count: notes.length })}>
        <DataTable
          caption={t("drawing.notesCaption")}
          captionHidden
          rows={notes
            .map((note, index) => ({ ...note, index }))
            .slice(state.page * PAGE_ROWS, (state.page + 1) * PAGE_ROWS)}
          rowKey={({ index }) => String(index)}
          empty={<p className="text-muted">{t("drawing.noNotes")}</p>}
          columns={[
            { id: "cell", header: t("drawing.cell"), rowHeader: true, cell: ({ cellId }) => cellId },
            { id: "label", header: t("drawing.label"), wrap: true, cell: ({ label }) => label },
            {
              id: "why",
              header: t("drawing.why"),
              wrap: true,
              cell: ({ code }) => t(`drawing.note.${code}`),
            },
          ]}
        />
        <Pager count={notes.length} page={state.page} setPage={(next) => change({ page: next })} />
      </Section>
    </ModelImport>
  );
}

/** The same list while an equal one comes, as after every revalidation. */
function useEqualList<Item>(list: ReadonlyArray<Item>): ReadonlyArray<Item> {
  const kept = useRef(list);
  if (kept.current !== list && JSON.stringify(kept.current) !== JSON.stringify(list)) kept.current = list;
  return kept.current;
}
