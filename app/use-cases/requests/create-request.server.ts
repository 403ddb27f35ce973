import { z } from "zod";
import { protocolsOf, zoneClassOf } from "~/catalogue/zone-class";
import { toClassProfile } from "~/catalogue/zone-profile";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import {
  COMPONENT_TYPES,
  type ComponentType,
  ComponentTypeSchema,
} from "~/domain/requirement/component-requirement";
import { AppError } from "~/domain/shared/app-error";
import { IsoDateSchema, toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText, textBlock } from "~/domain/shared/text";
import { indexModel } from "~/domain/zone-model/queries";
import { ElementIdSchema, type Zone, type ZoneModel } from "~/domain/zone-model/zone-model";
import { saveNewRequest } from "~db/repositories/intake-requests";
import { findOrganisation } from "~db/repositories/organisations";
import { findLatestRevision } from "~db/repositories/revisions";
import type { ZoneClassSnapshot } from "~db/schema";
import { openProfiles, profileOf } from "../profiles/profile-source.server";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { type InvalidInput, useCase } from "../use-case.server";
import {
  addressedSupplier,
  hasSupplierError,
  SUPPLIER_ERRORS,
  SupplierFields,
  type SupplierRefusal,
} from "./addressed-supplier.server";
import { inviteToRequest, tellSupplier } from "./tell-supplier.server";

const RequestFields = z.strictObject({
  modelId: z.string().min(1, "required").max(64),
  zoneId: ElementIdSchema,
  ...SupplierFields,
  /** What is wanted, in the hospital's words: it is sent as it is. */
  subject: lineOfText(200),
  message: textBlock(4000),
  dueOn: IsoDateSchema,
  /** Checkboxes: none, one or several. */
  componentTypes: z.preprocess(
    (raw) => (typeof raw === "string" ? [raw] : (raw ?? [])),
    z.array(ComponentTypeSchema).max(COMPONENT_TYPES.length),
  ),
});

/** Says what is missing of the supplier together with what is wrong in the other fields. */
const CreateRequestInput = SUPPLIER_ERRORS.reduce(
  (schema, [field, message]) =>
    schema.refine((wanted) => !hasSupplierError(wanted, field, message), {
      path: [field],
      message,
      when: ({ value }) => typeof value === "object" && value !== null,
    }),
  RequestFields,
);

type SentRequest = { id: string; supplierId: string; revisionNumber: number };

/** A zone without SL-T asks for nothing that could be sent. */
export type CreateRequestRefusal = { code: "zone-without-target" } | SupplierRefusal | InvalidInput;

/**
 * Asks a supplier to declare a product for one zone of the latest revision. What the supplier will see is frozen
 * here: the profile of the zone's class, never the zone (product.md §3).
 */
export const createRequest = useCase({
  action: "request.create",
  input: CreateRequestInput,
  async run({ db, actor, input, now, newId }): Promise<Result<SentRequest, CreateRequestRefusal>> {
    const { modelId, zoneId, subject, message, dueOn, componentTypes } = input;
    const revision = await findLatestRevision(db, actor.organisationId, modelId);
    const zone = revision?.content.zones.find(({ id }) => id === zoneId);
    if (!revision || !zone) throw new AppError("not-found", "the latest revision has no such zone");
    const profile = profileOf(await openProfiles(db, actor.organisationId), revision, zoneId);
    if (!profile) return refuse({ code: "zone-without-target" });
    if (dueOn < toIsoDate(now)) return refuse(DUE_IN_THE_PAST);
    const step = { db, now, newId };
    const addressed = await addressedSupplier(step, actor, input);
    if (!addressed.ok) return addressed;
    const { supplierId, name, addresses } = addressed.value;
    const shared = () => seenByHospitals(db, { supplierId }, [actor.organisationId]);
    const before = await shared();
    const id = newId();
    await saveNewRequest(db, actor.organisationId, {
      organisationId: actor.organisationId,
      id,
      modelId,
      revisionNumber: revision.number,
      zoneId,
      supplierId,
      subject,
      message,
      dueOn,
      snapshot: toSnapshot(revision.content, zone, profile, componentTypes),
      state: "sent",
      declarationId: null,
      declineReason: "",
      createdBy: actor.personId,
      createdAt: now,
      updatedAt: now,
    });
    const by = { ...step, personId: actor.personId };
    await reassessDeclarations(by, "declaration-shared", { before, after: await shared() });
    const hospital = await findOrganisation(db, actor.organisationId);
    const asked = {
      hospital: { id: actor.organisationId, name: hospital?.name ?? "" },
      ...{ requestId: id, supplierId, subject, dueOn },
    };
    for (const email of addresses)
      await inviteToRequest(step, asked, { name, email, invitedBy: actor.personId });
    await tellSupplier(step, asked);
    return accept({ id, supplierId, revisionNumber: revision.number });
  },
  audit: (input, value: SentRequest) => ({
    supplierId: value.supplierId,
    modelId: input.modelId,
    zoneId: input.zoneId,
    revisionNumber: value.revisionNumber,
  }),
});

const DUE_IN_THE_PAST: InvalidInput = { code: "invalid-input", fields: { dueOn: ["in-the-past"] } };

function toSnapshot(
  model: ZoneModel,
  zone: Zone,
  profile: RequirementProfile,
  componentTypes: ReadonlyArray<ComponentType>,
): ZoneClassSnapshot {
  return {
    zoneClass: zoneClassOf(zone),
    slTarget: profile.slTarget,
    componentTypes: COMPONENT_TYPES.filter((type) => componentTypes.includes(type)),
    profile: toClassProfile(profile),
    allowedProtocols: protocolsOf(indexModel(model), zone.id).known,
  };
}
