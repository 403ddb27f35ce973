import { EmptyState } from "~/components/empty-state";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { Choices } from "../choices";
import type { ZoneModelEditor } from "../editing/use-zone-model-editor";
import type { EditorActions } from "../editor-actions";
import { FindingEntry, type FindingTools } from "../findings/finding-entry";
import type { Selection } from "../selection";
import type { PlacedProducts } from "../use-placed-products";
import { AssetPanel } from "./asset-panel";
import { ConduitPanel } from "./conduit-panel";
import { ElementRecord } from "./element-record";
import { SeveralPanel } from "./several-panel";
import { ZonePanel } from "./zone-panel";

export type PanelProps = {
  modelId: string;
  editor: ZoneModelEditor;
  choices: Choices;
  actions: EditorActions;
  placed: PlacedProducts;
};

type ElementPanelProps = PanelProps & {
  selected: ElementRef | null;
  selection: Selection;
  findingTools: FindingTools;
};

/** The selected element with everything that can be said of it. Each change is one command. */
export function ElementPanel({ selected, selection, findingTools, ...panel }: ElementPanelProps) {
  const { t } = useTranslation("diagram");
  const { editor } = panel;
  if (selection.size > 1) return <SeveralPanel selection={selection} {...panel} />;
  if (!selected)
    return (
      <EmptyState title={t("panel.nothing")} icon="zone">
        {t("panel.nothingText")}
      </EmptyState>
    );
  const findings = editor.findings.filter(
    ({ element }) => element.kind === selected.kind && element.id === selected.id,
  );
  return (
    <div className="panel-body">
      <PanelOf key={selected.id} selected={selected} {...panel} />
      {findings.length > 0 ? (
        <section className="panel-section">
          <h3 className="subsection-title">{t("panel.findings")}</h3>
          <ul className="finding-list">
            {findings.map((finding) => (
              <FindingEntry key={finding.id} finding={finding} tools={findingTools} isExplained />
            ))}
          </ul>
        </section>
      ) : null}
      <ElementRecord
        key={`${selected.kind} ${selected.id}`}
        {...{ modelId: panel.modelId, editor }}
        element={selected}
      />
    </div>
  );
}

function PanelOf({ selected, ...panel }: PanelProps & { selected: ElementRef }) {
  const { index } = panel.editor;
  switch (selected.kind) {
    case "zone": {
      const zone = index.zoneById.get(selected.id);
      return zone ? <ZonePanel zone={zone} {...panel} /> : null;
    }
    case "conduit": {
      const conduit = index.conduitById.get(selected.id);
      return conduit ? <ConduitPanel conduit={conduit} {...panel} /> : null;
    }
    case "asset": {
      const asset = index.assetById.get(selected.id);
      return asset ? <AssetPanel asset={asset} {...panel} /> : null;
    }
  }
}
