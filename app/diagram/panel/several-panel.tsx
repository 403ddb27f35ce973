import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { SelectField } from "~/components/select-field";
import { nameOfConduit } from "~/domain/zone-model/change-sentences";
import { descendantsOf } from "~/domain/zone-model/queries";
import type { ElementKind, ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { ARRANGEMENTS } from "../arrange";
import { ARRANGEMENT_ICONS } from "../arrangement-icons";
import { fromNesting } from "../from-nesting";
import { isPossible } from "../possible";
import { idsOf, outermostOf, type Selection } from "../selection";
import type { ActionId } from "../shortcuts";
import type { PanelProps } from "./element-panel";
import { PanelHeader } from "./panel-header";
import { zoneOptions } from "./zone-options";

const KINDS: ReadonlyArray<ElementKind> = ["zone", "conduit", "asset"];
const ACTIONS: ReadonlyArray<ActionId> = ["duplicate", "copy", "cut", "collapse", "zoomToSelection"];
/** More are not looked through one by one. */
const MOST_LISTED = 60;

/** Several chosen elements: how many, what can be done with all of them at once, and each by name. */
export function SeveralPanel({ selection, editor, actions }: PanelProps & { selection: Selection }) {
  const { t } = useTranslation("diagram");
  const { index, mayEdit } = editor;
  const counts = KINDS.flatMap((kind) => {
    const count = idsOf(selection, kind).length;
    return count > 0 ? [t(`several.${kind}`, { count })] : [];
  });
  const zoneIds = outermostOf(selection, index);
  const assetIds = idsOf(selection, "asset");
  const within = new Set(zoneIds.flatMap((id) => [id, ...descendantsOf(index, id).map((zone) => zone.id)]));
  const canMove = mayEdit && zoneIds.length + assetIds.length > 0;
  const offered = (action: ActionId) => isPossible(action, { selection, index, mayEdit });
  const listed = [...selection.values()].slice(0, MOST_LISTED);

  return (
    <div className="panel-body">
      <PanelHeader
        icon="zone"
        kind={t("several.kind")}
        title={counts.join(", ")}
        onClose={() => actions.select(null)}
        onDelete={mayEdit ? () => actions.run("remove") : undefined}
      />
      <div className="actions">
        {ACTIONS.filter(offered).map((action) => (
          <Button key={action} size="small" onClick={() => actions.run(action)}>
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
      {ARRANGEMENTS.some(offered) ? (
        <section className="panel-section">
          <h3 className="subsection-title">{t("several.arrange")}</h3>
          <div className="actions">
            {ARRANGEMENTS.filter(offered).map((arrangement) => (
              <Button
                key={arrangement}
                icon={ARRANGEMENT_ICONS[arrangement]}
                iconOnly
                onClick={() => actions.run(arrangement)}
              >
                {t(`action.${arrangement}`)}
              </Button>
            ))}
          </div>
        </section>
      ) : null}
      {canMove ? (
        <SelectField
          name="several-zone"
          label={t("several.moveTo")}
          value=""
          placeholder={t("several.pickZone")}
          options={[
            { value: "top", label: t(zoneIds.length > 0 ? "several.top" : "model:asset.noZone") },
            ...zoneOptions(index, (id) => !within.has(id)),
          ]}
          onChange={({ target }) => {
            if (target.value === "") return;
            const zoneId = target.value === "top" ? null : target.value;
            actions.commit(fromNesting(index, zoneIds, assetIds, zoneId));
          }}
        />
      ) : null}
      <section className="panel-section">
        <h3 className="subsection-title">{t("several.chosen")}</h3>
        <ul className="member-list">
          {listed.map((ref) => (
            <li key={`${ref.kind}-${ref.id}`}>
              <button type="button" className="member" onClick={() => actions.show(ref)}>
                <Icon name={ref.kind} />
                <span>{nameOf(ref)}</span>
              </button>
              <Button icon="minus" iconOnly size="small" variant="quiet" onClick={() => actions.toggle(ref)}>
                {t("several.leaveOut", { name: nameOf(ref) })}
              </Button>
            </li>
          ))}
        </ul>
        {selection.size > MOST_LISTED ? (
          <p className="editor-none">{t("zone.more", { count: selection.size - MOST_LISTED })}</p>
        ) : null}
      </section>
    </div>
  );

  function nameOf({ kind, id }: ElementRef): string {
    if (kind === "zone") return index.zoneById.get(id)?.name ?? "";
    if (kind === "asset") return index.assetById.get(id)?.name ?? "";
    const conduit = index.conduitById.get(id);
    return conduit ? nameOfConduit(conduit, (zoneId) => index.zoneById.get(zoneId ?? "")?.name ?? "") : "";
  }
}
