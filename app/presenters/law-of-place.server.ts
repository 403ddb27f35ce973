import { lawRows } from "~/catalogue/law-places.server";
import { PERSONAL_DATA_CLASSES } from "~/domain/declaration/fact-values";
import type { ProductFacts } from "~/domain/declaration/facts";
import { type LawPlace, type LawQuestion, obligationsAt } from "~/domain/law/obligations";
import { toIsoDate } from "~/domain/shared/iso-date";

type Known = {
  /** What the supplier states of the product; null where nothing is declared. */
  facts: Partial<ProductFacts> | null;
  hasRemoteAccess?: boolean;
};

/** What the law asks in a place on a day, by what is known of the product or the zone. */
export function lawOfPlace(place: LawPlace, { facts, hasRemoteAccess }: Known, now: Date) {
  const circumstances: LawQuestion["circumstances"] = {
    ...(hasRemoteAccess === undefined ? {} : { "remote-access": hasRemoteAccess }),
    ...(facts?.dataHandling === undefined
      ? {}
      : { "personal-data": handlesPersonalData(facts.dataHandling) }),
  };
  const question = { place, regime: facts?.regime ?? null, circumstances, asOf: toIsoDate(now) };
  return { place, obligations: obligationsAt(lawRows(), question) };
}

function handlesPersonalData(handling: NonNullable<ProductFacts["dataHandling"]>): boolean {
  return handling.some(
    ({ dataClass, stored, sent }) => (stored || sent) && PERSONAL_DATA_CLASSES.includes(dataClass),
  );
}
