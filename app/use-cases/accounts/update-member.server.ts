import { z } from "zod";
import { rolesOf } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import { accept, refuse } from "~/domain/shared/result";
import { findMember, listMembers, saveMember } from "~db/repositories/organisations";
import { useCase } from "../use-case.server";
import { oneOrMore } from "./fields.server";
import { RoleField } from "./invite-member.server";

/** Changes roles or suspends a member; takes effect with the member's next request. One administrator stays. */
export const updateMember = useCase({
  action: "member.update",
  input: z.strictObject({
    personId: z.string().max(64),
    roles: oneOrMore(RoleField),
    state: z.enum(["active", "suspended"]),
  }),
  async run({ db, actor, input }) {
    const member = await findMember(db, actor.organisationId, input.personId);
    if (!member) throw new AppError("not-found", "there is no such member");
    if (input.roles.some((role) => !rolesOf(actor.organisationKind).includes(role)))
      return refuse({ code: "role-of-other-side" as const });
    const changed = { ...member, roles: input.roles, state: input.state };
    const others = (await listMembers(db, actor.organisationId)).filter(
      ({ personId }) => personId !== input.personId,
    );
    if (
      ![...others, changed].some(({ roles, state }) => state === "active" && roles.includes("administrator"))
    )
      return refuse({ code: "last-administrator" as const });
    await saveMember(db, actor.organisationId, changed);
    return accept({ id: input.personId });
  },
  audit: (input) => ({ roles: input.roles, state: input.state }),
});
