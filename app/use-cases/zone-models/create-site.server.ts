import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { type InvalidInput, useCase } from "~/use-cases/use-case.server";
import { findSiteByName, saveNewSite } from "~db/repositories/sites";

export const CreateSiteInput = z.strictObject({ name: lineOfText(120) });

/** A place of the hospital that zone models belong to; creating a model by a new name does the same. */
export const createSite = useCase({
  action: "site.create",
  input: CreateSiteInput,
  async run({ db, actor: { organisationId }, input: { name }, now, newId }) {
    const known = await findSiteByName(db, organisationId, name);
    if (known) return refuse<InvalidInput>({ code: "invalid-input", fields: { name: ["taken"] } });
    const id = newId();
    await saveNewSite(db, { organisationId, id, name, createdAt: now });
    return accept({ id });
  },
});
