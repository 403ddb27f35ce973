import { z } from "zod";
import { readViewQuery, VIEW_PAGES, VIEWS_OF_PERSON } from "~/domain/procurement/saved-view";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { countSavedViews, findSavedViewByName, saveNewSavedView } from "~db/repositories/saved-views";
import { type InvalidInput, useCase } from "../use-case.server";

/** Keeps the filter of a page under a name, for its owner alone until it is shared. */
export const saveView = useCase({
  action: "saved-view.save",
  input: z.strictObject({
    page: z.enum(VIEW_PAGES),
    name: lineOfText(80),
    query: z.string().max(2_000),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<{ id: string }, InvalidInput>> {
    const { organisationId, personId } = actor;
    const { page, name } = input;
    if (await findSavedViewByName(db, organisationId, { page, personId, name }))
      return refuse({ code: "invalid-input", fields: { name: ["taken"] } });
    if ((await countSavedViews(db, organisationId, personId)) >= VIEWS_OF_PERSON)
      return refuse({ code: "invalid-input", fields: { name: ["too-many"] } });
    const id = newId();
    const { query } = readViewQuery(page, input.query);
    await saveNewSavedView(db, organisationId, {
      ...{ organisationId, id, page, personId, name, query },
      ...{ isShared: false, createdAt: now, updatedAt: now },
    });
    return accept({ id });
  },
});
