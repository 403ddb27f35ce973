import { useId } from "react";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Choice, ContestedElement } from "~/domain/zone-model/three-way";
import { formatClock } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import type { Choices } from "./choices";
import { useFieldValue } from "./editing/use-field-value";

type ConflictCardProps = {
  element: ContestedElement;
  name: string;
  /** Who saved theirs last; undefined where that is not known. */
  by: { personName: string; at: string } | undefined;
  index: ZoneModelIndex;
  zoneTypes: Choices["zoneTypes"];
  choice: Choice | undefined;
  onChoose(choice: Choice): void;
};

const SIDES = ["before", "theirs", "mine"] as const;
const CHOICES = ["mine", "theirs"] as const;

/** One element as it was, as the others saved it and as it is here, field by field, and the choice between the last two. */
export function ConflictCard({ element, name, by, index, zoneTypes, choice, onChoose }: ConflictCardProps) {
  const { t } = useTranslation("editing");
  const language = useLanguage();
  const id = useId();
  const { fieldName, fieldValue } = useFieldValue(index, zoneTypes);
  const { versions, fields, kind } = element;
  const saved = by
    ? t("conflict.savedBy", { name: by.personName, time: formatClock(by.at, language) })
    : t("conflict.savedByOthers");
  return (
    <li className="conflict-card">
      <h3 className="conflict-name">
        {name} <span className="conflict-by">{kind === "waiver" ? null : t(`common:${kind}`)}</span>
      </h3>
      <p className="conflict-by">{saved}</p>
      {versions.mine === null ? <p>{t("conflict.deletedByMe")}</p> : null}
      {versions.theirs === null ? <p>{t("conflict.deletedByThem")}</p> : null}
      {fields.map((field) => (
        <div key={field} className="conflict-field">
          <p className="conflict-side">{fieldName(field)}</p>
          <dl className="conflict-versions">
            {SIDES.map((side) => {
              const version = versions[side];
              return (
                <div key={side} className={`conflict-version conflict-${side}`}>
                  <dt>{t(`conflict.${side}`)}</dt>
                  <dd>{version ? fieldValue(version, field) : t("value.notThere")}</dd>
                </div>
              );
            })}
          </dl>
        </div>
      ))}
      <fieldset className="conflict-choice">
        <legend className="sr-only">{t("conflict.choiceFor", { name })}</legend>
        {CHOICES.map((side) => (
          <label key={side} className="conflict-option">
            <input
              type="radio"
              name={id}
              value={side}
              checked={choice === side}
              onChange={() => onChoose(side)}
            />
            <span>
              {t(side === "mine" ? "conflict.keepMine" : "conflict.takeTheirs")}
              <span className="conflict-by">
                {t(side === "mine" ? "conflict.keepMineText" : "conflict.takeTheirsText")}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}
