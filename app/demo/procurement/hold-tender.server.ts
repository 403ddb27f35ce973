import { compareOffers } from "~/domain/procurement/offer-comparison";
import { toIsoDate } from "~/domain/shared/iso-date";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { requireOffer, requireTargetedZone } from "~/use-cases/offers/find-offers.server";
import { writeOfferNote } from "~/use-cases/offers/write-offer-note.server";
import { createTender } from "~/use-cases/tenders/create-tender.server";
import { DEMO_HOSPITAL, HOSPITAL_PEOPLE } from "../people";
import { declaredOf } from "../products/declare-products.server";
import { callerOf, DAY_MS, type Demo, done, momentOf, type Step } from "../timetable";
import { PLANNED_NOTES, PLANNED_TENDERS, type PlannedNote, type PlannedTender } from "./tenders";

const { procurement, engineer } = HOSPITAL_PEOPLE;

/** Several suppliers are asked for the very same, each answers alone, and the hospital writes down what an offer costs it. */
export function holdTenders(demo: Demo): ReadonlyArray<Step> {
  return [
    ...PLANNED_TENDERS.flatMap((planned) => stepsOf(demo, planned)),
    ...PLANNED_NOTES.map((planned) => noting(demo, planned)),
  ];
}

function stepsOf(demo: Demo, planned: PlannedTender): ReadonlyArray<Step> {
  let requestIds: ReadonlyArray<string> = [];
  const sentAt = momentOf(demo, planned.sentDaysAgo, "10:15");
  const send: Step = {
    at: sentAt,
    does: async () => {
      requestIds = await sendTender(demo, planned, sentAt);
    },
  };
  const answers = planned.offers.flatMap((offer, place) => {
    // One zone is one lot: a request for each supplier, in their order.
    const requestId = () => requestIds[place] ?? "";
    const acceptedAt = momentOf(demo, offer.acceptedDaysAgo, "09:25");
    const accepting = async () => {
      const { supplier } = declaredOf(demo, offer.productId);
      done(await acceptRequest(callerOf(demo, supplier, acceptedAt), { requestId: requestId() }));
    };
    return [{ at: acceptedAt, does: accepting }, declaring(demo, offer, requestId)];
  });
  return [send, ...answers];
}

async function sendTender(demo: Demo, planned: PlannedTender, at: Date): Promise<ReadonlyArray<string>> {
  const { name, subject, message, zoneId, dueInDays, offers } = planned;
  const { requestIds } = done(
    await createTender(callerOf(demo, procurement, at), {
      ...{ name, subject, message, submission: `demo ${name}` },
      places: [`${demo.model.id}/${zoneId}`],
      supplierIds: offers.map(({ productId }) => declaredOf(demo, productId).supplier.organisationId),
      dueOn: toIsoDate(new Date(demo.now.getTime() + dueInDays * DAY_MS)),
      componentTypes: [],
    }),
  );
  return requestIds;
}

type Offer = PlannedTender["offers"][number];

function declaring(demo: Demo, { productId, declaredDaysAgo }: Offer, requestId: () => string): Step {
  const at = momentOf(demo, declaredDaysAgo, "13:35");
  const does = async () => {
    const { supplier, declarationId } = declaredOf(demo, productId);
    const answer = { requestId: requestId(), declarationId };
    done(await answerRequest(callerOf(demo, supplier, at), answer));
  };
  return { at, does };
}

function noting(demo: Demo, { productId, zoneId, daysAgo, note }: PlannedNote): Step {
  const at = momentOf(demo, daysAgo, "15:50");
  const does = async () => {
    const { read } = demo.database;
    const place = { modelId: demo.model.id, zoneId };
    const { declarationId } = declaredOf(demo, productId);
    const profile = await requireTargetedZone(read, DEMO_HOSPITAL.id, place);
    const { content } = await requireOffer(read, DEMO_HOSPITAL.id, declarationId);
    const [offer] = compareOffers(profile, [content], toIsoDate(at)).offers;
    const [first] = offer?.countermeasures ?? [];
    if (!first) throw new Error(`${productId} asks for no countermeasure in ${zoneId}`);
    const input = { ...place, ...note, declarationId, countermeasure: first.key, version: 0 };
    done(await writeOfferNote(callerOf(demo, engineer, at), { ...input, currency: "EUR", period: "once" }));
  };
  return { at, does };
}
