import { ButtonLink } from "~/components/button-link";
import { Panel } from "~/components/panel";
import type { CommentOutcome } from "~/components/review/comment-form";
import { useTranslation } from "~/i18n/use-translation";
import { AssetEditor, NewAssetForm } from "./asset-editor";
import type { Choices, Picked, PickedElement } from "./choices";
import { RefusalNote } from "./command-form";
import { ConduitEditor, NewConduitForm } from "./conduit-editor";
import { ElementTalk } from "./element-talk";
import { InsertForm } from "./insert-form";
import type { FormOutcome } from "./refusal";
import { useTableLink } from "./use-table-link";
import { NewZoneForm, ZoneEditor } from "./zone-editor";

export type EditorProps = {
  modelId: string;
  version: number;
  choices: Choices;
  outcome: FormOutcome | undefined;
};

/** These answer where they stand. */
const FORMS_ELSEWHERE = ["finding", "add-waiver", "chosen", "steps", "candidate"];

type ElementEditorProps = EditorProps & {
  picked: Picked | null;
  /** The element in words. */
  words: string;
  comment: CommentOutcome;
};

/** Every gesture on the picked element as a form; nothing where none is picked. */
export function ElementEditor({ picked, words, comment, ...props }: ElementEditorProps) {
  const { t } = useTranslation("model");
  const linkTo = useTableLink(props.modelId);
  // The form may be gone, and its element with it: somebody else was faster.
  if (!picked)
    return props.outcome && !FORMS_ELSEWHERE.includes(props.outcome.form) ? (
      <RefusalNote refusal={props.outcome.refusal} />
    ) : null;
  const titleOfNew = (fresh: Exclude<Picked, PickedElement>) =>
    fresh.kind === "insert" ? t(`table:add.${fresh.of}`) : t(`table.new.${fresh.of}`);
  // Where the line of the element stands: the keyboard goes on there.
  const backTo = isElement(picked) ? `line-${picked.element.kind}-${picked.element.id}` : "outline";
  return (
    <Panel
      id="element"
      title={isElement(picked) ? titleOf(picked, t("table.unnamedConduit")) : titleOfNew(picked)}
      description={isElement(picked) ? t(`common:${picked.kind}`) : undefined}
      actions={
        <ButtonLink to={linkTo({ element: null }, backTo)} size="small" variant="quiet" icon="cross">
          {t("common:close")}
        </ButtonLink>
      }
    >
      {isElement(picked) ? <p className="element-words">{words}</p> : null}
      <Forms {...props} picked={picked} />
      {isElement(picked) ? <ElementTalk modelId={props.modelId} picked={picked} outcome={comment} /> : null}
    </Panel>
  );
}

function isElement(picked: Picked): picked is PickedElement {
  return picked.kind !== "new" && picked.kind !== "insert";
}

/** The element's own name, or what stands in for it. */
function titleOf(element: PickedElement, unnamed: string): string {
  switch (element.kind) {
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
      return <NewElement {...props} kind={picked.of} into={picked.into} />;
    case "insert":
      return <InsertForm {...props} picked={picked} />;
    case "zone":
      return <ZoneEditor key={picked.zone.id} {...props} {...picked} />;
    case "conduit":
      return <ConduitEditor key={picked.conduit.id} {...props} {...picked} />;
    case "asset":
      return <AssetEditor key={picked.asset.id} {...props} {...picked} />;
  }
}

type NewElementProps = EditorProps & { kind: "zone" | "conduit" | "asset"; into: string | null };

function NewElement({ kind, ...props }: NewElementProps) {
  switch (kind) {
    case "zone":
      return <NewZoneForm {...props} />;
    case "conduit":
      return <NewConduitForm {...props} />;
    case "asset":
      return <NewAssetForm {...props} />;
  }
}
