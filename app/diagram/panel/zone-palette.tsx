import { useState } from "react";
import { CheckboxField } from "~/components/checkbox-field";
import { Disclosure } from "~/components/disclosure";
import { LevelStrip } from "~/components/level-strip";
import { TextField } from "~/components/text-field";
import { VerifyMark } from "~/components/verify-mark";
import { folded } from "~/domain/shared/folded";
import type { Fragment } from "~/domain/zone-model/fragment";
import { useTranslation } from "~/i18n/use-translation";
import type { ZoneTypeChoice } from "../choices";
import { PanelHeader } from "./panel-header";
import { TemplateList } from "./template-list";

type ZonePaletteProps = {
  zoneTypes: ReadonlyArray<ZoneTypeChoice>;
  /** The selected zone, which can take the new one in. */
  insideName: string | undefined;
  onAdd(type: ZoneTypeChoice | undefined, isInside: boolean): void;
  /** Several zones at once; beside what is there. */
  onInsert(fragment: Fragment): void;
  onClose(): void;
};

/** The kinds of zones a hospital usually has. Their targets are suggestions and say so. */
export function ZonePalette({ zoneTypes, insideName, onAdd, onInsert, onClose }: ZonePaletteProps) {
  const { t } = useTranslation("diagram");
  const [search, setSearch] = useState("");
  const [isInside, setIsInside] = useState(insideName !== undefined);
  const wanted = folded(search);
  const found = zoneTypes.filter(({ name, alsoCalled }) =>
    [name, ...alsoCalled].some((word) => folded(word).includes(wanted)),
  );
  return (
    <div className="panel-body">
      <PanelHeader icon="plus" kind={t("toolbar.addZone")} title={t("palette.title")} onClose={onClose} />
      <Disclosure summary={t("overlay:template.insert")}>
        <TemplateList onInsert={onInsert} />
      </Disclosure>
      {insideName === undefined ? null : (
        <CheckboxField
          name="palette-inside"
          label={t("palette.inside", { name: insideName })}
          checked={isInside}
          onChange={({ target }) => setIsInside(target.checked)}
        />
      )}
      <TextField
        name="palette-search"
        type="search"
        label={t("palette.search")}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <p className="field-hint">
        {t("palette.note")} <VerifyMark confidence="recalled" />
      </p>
      <ul className="palette">
        <li>
          <button type="button" className="palette-entry" onClick={() => onAdd(undefined, isInside)}>
            <span className="palette-name">{t("palette.own")}</span>
            <span className="palette-fact">{t("palette.ownText")}</span>
          </button>
        </li>
        {found.map((type) => (
          <li key={type.id}>
            <button type="button" className="palette-entry" onClick={() => onAdd(type, isInside)}>
              <span className="palette-name">{type.name}</span>
              <span className="palette-fact">
                {t(`components:trustClass.${type.trustClass}`)}
                {type.suggestedSlTarget ? (
                  <LevelStrip target={type.suggestedSlTarget} size="small" title={t("palette.suggestion")} />
                ) : (
                  <span>{t("palette.noSuggestion")}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="editor-none">{t("palette.none")}</p> : null}
    </div>
  );
}
