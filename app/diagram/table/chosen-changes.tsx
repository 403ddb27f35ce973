import type { ReactNode } from "react";
import { Disclosure } from "~/components/disclosure";
import type { Choices } from "~/components/model/choices";
import { indentedName } from "~/components/model/indent";
import { SelectField } from "~/components/select-field";
import { TextField } from "~/components/text-field";
import { useTranslation } from "~/i18n/use-translation";
import { ARRANGEMENTS } from "../arrange";
import { COORDINATE, HEIGHT, WIDTH } from "./box-bounds";
import { ChosenValues } from "./chosen-values";

type ChosenChangesProps = {
  choices: Choices;
  others: ReadonlyArray<{ id: string; name: string; siteName: string }>;
  act(action: string, label: string): ReactNode;
};

const BOUNDS = { right: COORDINATE, down: COORDINATE, width: WIDTH, height: HEIGHT };

/** What can be changed at once in everything ticked: where it belongs, its values, its boxes on the diagram. */
export function ChosenChanges({ choices, others, act }: ChosenChangesProps) {
  const { t } = useTranslation("table");
  const zones = choices.zones.map((zone) => ({ value: zone.id, label: indentedName(zone) }));
  const number = (name: keyof typeof BOUNDS) => (
    <TextField
      id={`chosen-${name}`}
      name={name}
      type="number"
      step="any"
      {...BOUNDS[name]}
      label={t(`chosen.${name}`)}
    />
  );
  return (
    <>
      <div className="chosen-row">
        <SelectField
          id="chosen-into"
          name="into"
          label={t("chosen.into")}
          placeholder={t("chosen.top")}
          options={zones}
        />
        {act("move", t("chosen.move"))}
      </div>
      <ChosenValues choices={choices} act={act} />
      {others.length > 0 ? (
        <Disclosure summary={t("chosen.toModel")}>
          <div className="chosen-row">
            <SelectField
              id="chosen-model"
              name="target"
              label={t("common:model")}
              options={others.map(({ id, name, siteName }) => ({
                value: id,
                label: `${name} (${siteName})`,
              }))}
            />
            {act("copy-to", t("chosen.copyTo"))}
            {act("move-to", t("chosen.moveTo"))}
          </div>
          <p className="field-hint">{t("chosen.toModelText")}</p>
        </Disclosure>
      ) : null}
      <Disclosure summary={t("chosen.boxes")}>
        <div className="grid gap-3">
          <div className="chosen-row">
            {act("collapse", t("chosen.collapse"))}
            {act("open", t("chosen.open"))}
            {act("free-place", t("chosen.freePlace"))}
          </div>
          <div className="chosen-row">
            <SelectField
              id="chosen-arrangement"
              name="arrangement"
              label={t("chosen.arrangement")}
              options={ARRANGEMENTS.map((value) => ({ value, label: t(`diagram:action.${value}`) }))}
            />
            {act("arrange", t("chosen.arrange"))}
          </div>
          <div className="chosen-row chosen-numbers">
            {number("right")}
            {number("down")}
            {act("shift", t("chosen.shift"))}
          </div>
          <div className="chosen-row chosen-numbers">
            {number("width")}
            {number("height")}
            {act("size", t("chosen.size"))}
          </div>
        </div>
      </Disclosure>
    </>
  );
}
