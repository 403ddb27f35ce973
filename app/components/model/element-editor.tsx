import { ButtonLink } from "~/components/button-link";
import { Panel } from "~/components/panel";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { AssetEditor, NewAssetForm } from "./asset-editor";
import type { Choices, Picked } from "./choices";
import { RefusalNote } from "./command-form";
import { ConduitEditor, NewConduitForm } from "./conduit-editor";
import type { FormOutcome } from "./refusal";
import { NewZoneForm, ZoneEditor } from "./zone-editor";

export type EditorProps = {
  modelId: string;
  version: number;
  choices: Choices;
  outcome: FormOutcome | undefined;
};

/** Every gesture on the picked element as a form; nothing where none is picked. */
export function ElementEditor({ picked, ...props }: EditorProps & { picked: Picked | null }) {
  const { t } = useTranslation("model");
  // The form may be gone, and its element with it: somebody else was faster.
  if (!picked)
    return props.outcome && props.outcome.form !== "finding" ? (
      <RefusalNote refusal={props.outcome.refusal} />
    ) : null;
  return (
    <Panel
      id="element"
      title={titleOf(
        picked,
        t("table.unnamedConduit"),
        picked.kind === "new" ? t(`table.new.${picked.of}`) : "",
      )}
      description={picked.kind === "new" ? t(`table.add.${picked.of}`) : t(`common:${picked.kind}`)}
      actions={
        <ButtonLink to={paths.modelTable(props.modelId)} size="small" variant="quiet" icon="cross">
          {t("common:close")}
        </ButtonLink>
      }
    >
      <Forms {...props} picked={picked} />
    </Panel>
  );
}

/** The element's own name; the two that have none get one from the page. */
function titleOf(element: Picked, unnamed: string, fresh: string): string {
  switch (element.kind) {
    case "new":
      return fresh;
    case "zone":
      return element.zone.name;
    case "conduit":
      return element.conduit.name || unnamed;
    case "asset":
      return element.asset.name;
  }
}

function Forms({ picked, ...props }: EditorProps & { picked: Picked }) {
  switch (picked.kind) {
    case "new":
      return <NewElement {...props} kind={picked.of} />;
    case "zone":
      return <ZoneEditor key={picked.zone.id} {...props} {...picked} />;
    case "conduit":
      return <ConduitEditor key={picked.conduit.id} {...props} {...picked} />;
    case "asset":
      return <AssetEditor key={picked.asset.id} {...props} {...picked} />;
  }
}

function NewElement({ kind, ...props }: EditorProps & { kind: "zone" | "conduit" | "asset" }) {
  switch (kind) {
    case "zone":
      return <NewZoneForm {...props} />;
    case "conduit":
      return <NewConduitForm {...props} />;
    case "asset":
      return <NewAssetForm {...props} />;
  }
}
