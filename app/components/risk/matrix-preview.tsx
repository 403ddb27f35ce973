import { useEffect, useRef } from "react";
import { DataTable } from "~/components/data-table";
import { LevelStrip } from "~/components/level-strip";
import { Panel } from "~/components/panel";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import type { PreviewParts } from "./matrix-outcome";

/** For which zones and conduits another vector would follow. Nothing was saved. */
export function MatrixPreview({ preview }: { preview: PreviewParts }) {
  const { t } = useTranslation("risk");
  const box = useRef<HTMLDivElement>(null);
  const { assessed, changed } = preview;
  // What was asked for is where the reader looks next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is a new object
  useEffect(() => box.current?.focus(), [preview]);
  return (
    <div ref={box} tabIndex={-1} role="status">
      <Panel title={t("settings.preview.title")}>
        {changed.length === 0 ? (
          <p>{t("settings.preview.none", { count: assessed })}</p>
        ) : (
          <>
            <p>{t("settings.preview.some", { changed: changed.length, count: assessed })}</p>
            <div className="table-whole">
              <DataTable
                caption={t("settings.preview.caption")}
                captionHidden
                rows={changed}
                rowKey={({ modelId, kind, id }) => `${modelId} ${kind} ${id}`}
                columns={[
                  {
                    id: "element",
                    header: t("settings.preview.element"),
                    rowHeader: true,
                    wrap: true,
                    cell: ({ modelId, kind, id, name }) => (
                      <Link to={paths.elementRisk(modelId, { kind, id })}>{name}</Link>
                    ),
                  },
                  { id: "model", header: t("settings.preview.model"), cell: ({ modelName }) => modelName },
                  {
                    id: "before",
                    header: t("settings.preview.before"),
                    cell: ({ before, name }) => <LevelStrip target={before} labels title={name} />,
                  },
                  {
                    id: "after",
                    header: t("settings.preview.after"),
                    cell: ({ after, name }) => <LevelStrip target={after} labels title={name} />,
                  },
                  {
                    id: "target",
                    header: t("settings.preview.target"),
                    cell: ({ slTarget, name }) =>
                      slTarget ? <LevelStrip target={slTarget} labels title={name} /> : "–",
                  },
                ]}
              />
            </div>
          </>
        )}
      </Panel>
    </div>
  );
}
