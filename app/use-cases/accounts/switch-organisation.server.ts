import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { isActiveMember } from "~db/repositories/organisations";
import { findSession, setActingOrganisation } from "~db/repositories/sessions";
import { openUseCase } from "../use-case.server";
import { hashToken } from "./token.server";

/** A person acts for one organisation at a time: the session remembers for which. */
export const switchOrganisation = openUseCase({
  action: "session.switch-organisation",
  input: z.strictObject({ token: z.string().min(1), organisationId: z.string().max(64) }),
  async run({ db, input }) {
    const tokenHash = hashToken(input.token);
    const session = await findSession(db, tokenHash);
    if (!session) throw new AppError("unauthenticated", "sign in first");
    if (!(await isActiveMember(db, input.organisationId, session.personId)))
      throw new AppError("not-found", "you do not belong to this organisation");
    await setActingOrganisation(db, tokenHash, input.organisationId);
    return accept({
      id: input.organisationId,
      personId: session.personId,
      organisationId: input.organisationId,
    });
  },
});
