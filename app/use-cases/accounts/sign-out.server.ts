import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { deleteSession, findSession } from "~db/repositories/sessions";
import { openUseCase } from "../use-case.server";
import { hashToken } from "./token.server";

/** Ends the session of this token; without one nothing is left to end, which is fine too. */
export const signOut = openUseCase({
  action: "session.sign-out",
  input: z.strictObject({ token: z.string().min(1) }),
  async run({ db, input }) {
    const tokenHash = hashToken(input.token);
    const session = await findSession(db, tokenHash);
    await deleteSession(db, tokenHash);
    return accept({
      id: session?.personId ?? "nobody",
      personId: session?.personId ?? null,
      organisationId: session?.organisationId ?? null,
    });
  },
});
