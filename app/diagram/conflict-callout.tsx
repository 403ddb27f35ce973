import "./conflict.css";
import { useState } from "react";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { nameOfElement } from "~/domain/zone-model/change-sentences";
import type { RecordedEdit } from "~/domain/zone-model/merge";
import { indexModel } from "~/domain/zone-model/queries";
import type { Choice, Choices, ContestedElement } from "~/domain/zone-model/three-way";
import { touchedElements } from "~/domain/zone-model/touched-elements";
import { type ElementRef, EMPTY_ZONE_MODEL, elementKey } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { Choices as PanelChoices } from "./choices";
import { ConflictCard } from "./conflict-card";
import type { EditSession, Obstacle } from "./editing/edit-session";

type ConflictCalloutProps = {
  conflict: Extract<Obstacle, { kind: "conflict" }>;
  session: EditSession;
  zoneTypes: PanelChoices["zoneTypes"];
};

/** Two people changed the same elements: both versions of each, what it was before, and a choice for each. */
export function ConflictCallout({ conflict, session, zoneTypes }: ConflictCalloutProps) {
  const { t } = useTranslation("editing");
  const [choices, setChoices] = useState<Choices>(new Map());
  const { contested, edits, sides } = conflict;
  const missing = contested.filter((element) => !choices.has(elementKey(element))).length;
  // Named as it is called here; what was deleted here, as the others call it.
  const indexes = [sides.mine, sides.theirs, sides.before].map((one) => indexModel(one));
  const [mine] = indexes;
  const everywhere = (choice: Choice) =>
    setChoices(new Map(contested.map((element) => [elementKey(element), choice])));
  if (!mine) return null;
  return (
    <section className="conflict" aria-label={t("conflict.title")}>
      <Callout tone="danger" live title={t("conflict.title")}>
        {t("conflict.text")}
      </Callout>
      <div className="conflict-all">
        <p className="conflict-side">{t("conflict.choose", { count: contested.length })}</p>
        {contested.length > 1 ? (
          <>
            <Button size="small" onClick={() => everywhere("mine")}>
              {t("conflict.allMine")}
            </Button>
            <Button size="small" onClick={() => everywhere("theirs")}>
              {t("conflict.allTheirs")}
            </Button>
          </>
        ) : null}
      </div>
      <ul className="conflict-cards">
        {contested.map((element) => {
          const ref = refOf(element);
          const named = indexes.map((index) => nameOfElement(ref, index)).find((name) => name !== ref.id);
          return (
            <ConflictCard
              key={elementKey(element)}
              element={element}
              name={named ?? ref.id}
              by={edits.findLast(({ commands }) => touches(commands, ref))}
              index={mine}
              zoneTypes={zoneTypes}
              choice={choices.get(elementKey(element))}
              onChoose={(choice) => setChoices(new Map([...choices, [elementKey(element), choice]]))}
            />
          );
        })}
      </ul>
      <div className="conflict-all">
        <Button variant="primary" disabled={missing > 0} onClick={() => session.resolve(choices)}>
          {t("conflict.apply")}
        </Button>
        {missing > 0 ? <p className="conflict-by">{t("conflict.left", { count: missing })}</p> : null}
      </div>
    </section>
  );
}

/** A waiver goes by the element at which it stands. */
function refOf(element: ContestedElement): ElementRef {
  if (element.kind !== "waiver") return { kind: element.kind, id: element.id };
  const { mine, theirs } = element.versions;
  return (mine ?? theirs)?.element ?? { kind: "zone", id: element.id };
}

/** Kept commands delete only zones that nothing hangs on: what they touch does not depend on a model. */
function touches(commands: RecordedEdit["commands"], { kind, id }: ElementRef): boolean {
  return commands.some((command) =>
    touchedElements(EMPTY_ZONE_MODEL, command).some((touched) => touched.kind === kind && touched.id === id),
  );
}
