import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { OtherVisit } from "../editing/open-visit";
import { Avatar, useVisitors } from "./visitors";

const MOST_SHOWN = 4;

type WhoIsHereProps = {
  /** What an element is called, null where it has gone; `named` as the portal called it, where it was asked to. */
  nameOf(element: ElementRef, named: string | null | undefined): string | null;
};

/** Everybody else who has the model open, and where they are. Read out when somebody comes or goes. */
export function WhoIsHere({ nameOf }: WhoIsHereProps) {
  const { t } = useTranslation("editing");
  const { all } = useVisitors();
  const people = [...new Map(all.map((visit) => [visit.personName, visit])).values()];
  const textOf = ({ personName, isSelf, element, elementName }: OtherVisit) => {
    const name = isSelf ? t("here.you", { name: personName }) : personName;
    const where = element && nameOf(element, elementName);
    return where === null ? name : t("here.looking", { name, element: where });
  };
  return (
    <div className="who-is-here">
      <output className="sr-only">
        {people.length > 0
          ? `${t("here.label")}: ${people.map(({ personName }) => personName).join(", ")}`
          : ""}
      </output>
      {people.length > 0 ? (
        <ul className="avatars" aria-label={t("here.label")}>
          {people.slice(0, MOST_SHOWN).map((visit) => (
            <li key={visit.personName} className="who" title={textOf(visit)}>
              <Avatar name={visit.personName} />
              <span className="who-name">{textOf(visit)}</span>
            </li>
          ))}
          {people.length > MOST_SHOWN ? (
            <li>{t("here.more", { count: people.length - MOST_SHOWN })}</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
