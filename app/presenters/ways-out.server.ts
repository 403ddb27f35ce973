import type { Message, RequirementProfile } from "~/domain/assessment/assessment";
import {
  type ClosingStep,
  cheapestWayToClose,
  isAdmitted,
  type WayOut,
} from "~/domain/assessment/questions/cheapest-way-to-close";
import { placements } from "~/domain/assessment/questions/placements";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { listTargetedZones } from "./targeted-zones.server";

/** Other zones are looked at for an offer, not for a list: the page of placements holds all. */
const ZONES_AT_MOST = 100;
const OFFERED_AT_MOST = 3;

type Asked = {
  profile: RequirementProfile;
  declaration: DeclarationContent;
  ids: { modelId: string; zoneId: string };
};

/** What would let the product in, side by side: supplier, hospital, both, another zone. Null where it may enter. */
export async function presentWaysOut(caller: Caller, { profile, declaration, ids }: Asked) {
  const asOf = toIsoDate(caller.now);
  const { verdict, ways, cheapest } = cheapestWayToClose(profile, declaration, asOf);
  if (ways.length === 0) return null;
  const zones = (await listTargetedZones(caller)).filter(
    ({ modelId, zone }) => modelId !== ids.modelId || zone.id !== ids.zoneId,
  );
  const admitting = placements(
    declaration,
    zones.slice(0, ZONES_AT_MOST).map((zone) => ({ place: zone, profile: zone.profile })),
    asOf,
  ).filter(({ fit }) => isAdmitted(fit.verdict));
  return {
    verdict,
    cheapest,
    ways: ways.map(toShownWay),
    elsewhere: {
      offered: admitting.slice(0, OFFERED_AT_MOST).map(({ place, fit }) => ({
        modelId: place.modelId,
        modelName: place.modelName,
        zoneId: place.zone.id,
        zoneName: place.zone.name,
        verdict: fit.verdict,
      })),
      count: admitting.length,
      looked: { count: zones.length, bound: ZONES_AT_MOST },
    },
  };
}

function toShownWay({ by, steps, verdict, isEnough, left }: WayOut) {
  return { by, steps: steps.map(toShownStep), verdict, isEnough, left: left.length };
}

function toShownStep({ id, by, closes, verdict }: ClosingStep) {
  if (closes.kind !== "findings") return { id, by, verdict, closes };
  const messages = closes.findings.flatMap(({ waysToClose }) =>
    waysToClose.filter((way) => way.by === by).map(({ message }) => message),
  );
  return { id, by, verdict, closes: { kind: closes.kind, ways: distinct(messages) } };
}

/** Several findings that one word closes say it once. */
function distinct(messages: ReadonlyArray<Message>): ReadonlyArray<Message> {
  return [...new Map(messages.map((message) => [message.key, message])).values()];
}
