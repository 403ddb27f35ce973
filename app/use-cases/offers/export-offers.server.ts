import { z } from "zod";
import { FEWEST_OFFERS, MOST_OFFERS } from "~/domain/procurement/offer-comparison";
import { accept } from "~/domain/shared/result";
import { requireFewExports } from "../export-limit.server";
import { useCase } from "../use-case.server";
import { requireOffer, requireTargetedZone } from "./find-offers.server";

/** Files that a comparison can be taken along as, by the end of their address. */
export const OFFER_FILES = ["offers.xlsx", "offers.pdf"] as const;
export type OfferFileName = (typeof OFFER_FILES)[number];

/** Notes who takes which comparison as which file, before its first byte. */
export const exportOffers = useCase({
  action: "offer-comparison.export",
  input: z.strictObject({
    modelId: z.string().max(64),
    zoneId: z.string().max(64),
    declarationIds: z.array(z.string().max(64)).min(FEWEST_OFFERS).max(MOST_OFFERS),
    file: z.enum(OFFER_FILES),
  }),
  async run({ db, actor, input, now }) {
    const { organisationId } = actor;
    await requireTargetedZone(db, organisationId, input);
    for (const declarationId of input.declarationIds) await requireOffer(db, organisationId, declarationId);
    await requireFewExports(db, actor, { action: "offer-comparison.export", now });
    return accept({ id: input.zoneId });
  },
  audit: ({ file, modelId, declarationIds }) => ({ file, modelId, declarationIds }),
});
