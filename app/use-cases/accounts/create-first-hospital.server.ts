import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { saveMember, saveNewOrganisation } from "~db/repositories/organisations";
import { countPeople, saveNewPerson } from "~db/repositories/people";
import { type InvalidInput, openUseCase, toInvalidInput, type Visitor } from "../use-case.server";
import { EmailField } from "./fields.server";
import { hashPassword, PasswordSchema } from "./password.server";

const FirstHospitalInput = z.strictObject({
  organisationName: lineOfText(120),
  name: lineOfText(120),
  email: EmailField,
  password: PasswordSchema,
});

/**
 * The first organisation of an empty portal, with its administrator. There is no default account: the caller
 * must have checked the setup link that only the operator's terminal shows.
 */
export async function createFirstHospital(
  visitor: Visitor,
  raw: unknown,
): Promise<Result<{ personId: string }, { code: "portal-not-empty" } | InvalidInput>> {
  const parsed = FirstHospitalInput.safeParse(raw);
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const { password, ...rest } = parsed.data;
  return create(visitor, { ...rest, passwordHash: await hashPassword(password) });
}

const create = openUseCase({
  action: "organisation.create",
  input: z.object({
    organisationName: z.string(),
    name: z.string(),
    email: z.string(),
    passwordHash: z.string(),
  }),
  async run({ db, input, now, newId }) {
    if ((await countPeople(db)) > 0) return refuse({ code: "portal-not-empty" as const });
    const organisationId = newId();
    const personId = newId();
    const { organisationName, ...person } = input;
    await saveNewOrganisation(db, {
      id: organisationId,
      kind: "hospital",
      name: organisationName,
      isDemo: false,
      createdAt: now,
    });
    await saveNewPerson(db, { id: personId, ...person, createdAt: now });
    await saveMember(db, organisationId, {
      personId,
      roles: ["administrator", "security-engineer", "security-lead", "procurement-officer"],
      state: "active",
      createdAt: now,
    });
    return accept({ id: organisationId, organisationId, personId });
  },
});
