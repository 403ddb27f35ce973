import { z } from "zod";
import { compareOffers } from "~/domain/procurement/offer-comparison";
import { OFFER_NOTE_FIELDS, saysNothing, toOfferNote } from "~/domain/procurement/offer-note";
import { toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { findLatestOfferNote, saveNewOfferNote } from "~db/repositories/offer-notes";
import { type InvalidInput, useCase } from "../use-case.server";
import { requireOffer, requireTargetedZone } from "./find-offers.server";

/** So many versions of one note are kept: a guard against exhaustion, nobody writes that often. */
export const MOST_VERSIONS = 200;

export const WriteOfferNoteInput = z.strictObject({
  modelId: z.string().max(64),
  zoneId: z.string().max(64),
  declarationId: z.string().max(64),
  countermeasure: z.string().max(128),
  /** Of the note that the person saw; 0 where there was none. */
  version: z.coerce.number().int().min(0).max(MOST_VERSIONS),
  ...OFFER_NOTE_FIELDS,
});

export type WriteOfferNoteRefusal =
  | InvalidInput
  | { code: "unknown-countermeasure" | "changed-meanwhile" | "limit-reached" };
type Written = { id: string; releaseId: string; version: number };

/**
 * Writes down what the hospital expects a countermeasure to take: one that the supplier demands, or one of the ledger that
 * makes up for the product. What stood before is kept as an earlier version; taking everything away is a version too.
 */
export const writeOfferNote = useCase({
  action: "offer-note.write",
  input: WriteOfferNoteInput,
  async run({ db, actor, input, now, newId }): Promise<Result<Written, WriteOfferNoteRefusal>> {
    const { organisationId, personId } = actor;
    const { modelId, zoneId, declarationId, countermeasure, version, ...form } = input;
    const profile = await requireTargetedZone(db, organisationId, { modelId, zoneId });
    const { supplierId, releaseId, content } = await requireOffer(db, organisationId, declarationId);
    const [offer] = compareOffers(profile, [content], toIsoDate(now)).offers;
    if (!offer?.countermeasures.some(({ key }) => key === countermeasure))
      return refuse({ code: "unknown-countermeasure" });
    const noted = { modelId, zoneId, supplierId, releaseId, countermeasure };
    const latest = await findLatestOfferNote(db, organisationId, noted);
    if ((latest?.version ?? 0) !== version) return refuse({ code: "changed-meanwhile" });
    if (version >= MOST_VERSIONS) return refuse({ code: "limit-reached" });
    const note = toOfferNote(form);
    if (!latest && saysNothing(note)) return refuse(NOTHING_WRITTEN);
    const id = newId();
    await saveNewOfferNote(db, organisationId, {
      ...{ ...noted, id, version: version + 1, note },
      ...{ writtenBy: personId, writtenAt: now },
    });
    return accept({ id, releaseId, version: version + 1 });
  },
  audit: ({ modelId, zoneId, countermeasure }, { releaseId, version }: Written) => ({
    ...{ modelId, zoneId, releaseId, countermeasure, version },
  }),
});

const NOTHING_WRITTEN: InvalidInput = { code: "invalid-input", fields: { text: ["required"] } };
