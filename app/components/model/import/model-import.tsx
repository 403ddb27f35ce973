import { type ReactNode, useMemo } from "react";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { RadioCards } from "~/components/radio-cards";
import { Section } from "~/components/section";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { differenceOf } from "~/domain/zone-model/difference";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { combined, IMPORT_MODES, isEmpty, withKnownReleases } from "~/formats/zone-model-json/combine";
import { useTranslation } from "~/i18n/use-translation";
import type { ImportContext } from "./import-wizard";
import { newId } from "./new-id";

type ModelImportProps = ImportContext & {
  kind: "drawio" | "zone-model-json";
  title: string;
  /** What the file says. */
  model: ZoneModel;
  children?: ReactNode;
};

const PARTS = ["zones", "conduits", "assets", "waivers"] as const;

/** A whole model meets the draft: beside what is there or in its place, with what that changes. */
export function ModelImport(props: ModelImportProps) {
  const { kind, title, model, children, draft, releases, state, change, save, running } = props;
  const { t } = useTranslation("transfer");
  const known = useMemo(
    () => withKnownReleases(model, new Set(releases.map(({ releaseId }) => releaseId))),
    [model, releases],
  );
  const { commands, rows } = useMemo(() => {
    const next = combined(draft, known.model, state.mode, newId);
    return { commands: commandsBetween(draft, next), rows: changesBetween(draft, next, known.model) };
  }, [draft, known, state.mode]);
  return (
    <>
      <Section title={title}>
        {known.dropped > 0 ? (
          <Callout tone="warning">{t("modelFile.dropped", { count: known.dropped })}</Callout>
        ) : null}
        {isEmpty(draft) ? null : (
          <RadioCards
            name="mode"
            legend={t("modelFile.mode")}
            columns={2}
            value={state.mode}
            onChange={(value) => change({ mode: IMPORT_MODES.find((mode) => mode === value) ?? "add" })}
            options={(["add", "replace"] as const).map((value) => ({
              value,
              label: t(`modelFile.${value}`),
              description: t(`modelFile.${value}Text`),
            }))}
          />
        )}
        <DataTable
          caption={t("drawing.counts")}
          rows={rows}
          rowKey={({ part }) => part}
          columns={[
            {
              id: "part",
              header: t("modelFile.part"),
              headerHidden: true,
              rowHeader: true,
              cell: ({ part }) => t(`modelFile.${part}`),
            },
            { id: "inFile", header: t("source.inFile"), align: "end", cell: ({ inFile }) => inFile },
            { id: "added", header: t("modelFile.added"), align: "end", cell: ({ added }) => added },
            { id: "changed", header: t("modelFile.changed"), align: "end", cell: ({ changed }) => changed },
            { id: "deleted", header: t("modelFile.deleted"), align: "end", cell: ({ deleted }) => deleted },
          ]}
        />
        <ImportActions
          commands={commands}
          running={running}
          onSave={() => save(kind, commands)}
          change={change}
        />
      </Section>
      {children}
    </>
  );
}

type ImportActionsProps = Pick<ImportContext, "running" | "change"> & {
  commands: ReadonlyArray<ZoneModelCommand>;
  onSave: () => void;
};

function ImportActions({ commands, running, onSave, change }: ImportActionsProps) {
  const { t } = useTranslation("transfer");
  return (
    <>
      {commands.length === 0 ? <Callout tone="info" title={t("modelFile.same")} /> : null}
      {running ?? (
        <div className="actions">
          <Button variant="primary" disabled={commands.length === 0} onClick={onSave}>
            {t("preview.import", { count: commands.length })}
          </Button>
          <Button variant="quiet" onClick={() => change({ step: "source", source: null })}>
            {t("import.back")}
          </Button>
        </div>
      )}
    </>
  );
}

function changesBetween(draft: ZoneModel, next: ZoneModel, file: ZoneModel) {
  const difference = differenceOf(draft, next);
  return PARTS.map((part) => ({
    part,
    inFile: file[part].length,
    added: difference[part].added.length,
    changed: difference[part].changed.length,
    deleted: difference[part].removed.length,
  }));
}
