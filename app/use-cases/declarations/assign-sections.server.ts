import { z } from "zod";
import { mayDo } from "~/domain/access/permissions";
import { SECTIONS, SectionSchema } from "~/domain/declaration/sections";
import { AppError } from "~/domain/shared/app-error";
import { accept, refuse } from "~/domain/shared/result";
import { listMembers } from "~db/repositories/organisations";
import { findProduct, findRelease } from "~db/repositories/products";
import { listSectionAssignments, saveSectionAssignments } from "~db/repositories/section-assignments";
import { queueLetter } from "../mail/queue-letter.server";
import { useCase } from "../use-case.server";
import { findOwnDeclaration } from "./find-own-declaration.server";

/**
 * Says who of the supplier fills in which sections of a draft; nobody is kept out of the others. Whoever is given
 * something by a colleague gets one letter for all of it.
 */
export const assignSections = useCase({
  action: "declaration.assign",
  input: z.strictObject({
    declarationId: z.string().max(64),
    /** Checkboxes: one or several. */
    sections: z.preprocess(
      (raw) => (typeof raw === "string" ? [raw] : raw),
      z.array(SectionSchema).min(1, "required").max(SECTIONS.length),
    ),
    /** Empty: nobody in particular. */
    personId: z.string().max(64),
  }),
  async run({ db, actor, input, now, newId }) {
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    if (declaration.state !== "draft") return refuse({ code: "not-a-draft" as const });
    const members = await listMembers(db, actor.organisationId);
    const chosen = members.find(({ personId }) => personId === input.personId);
    if (input.personId !== "") {
      if (chosen?.state !== "active") throw new AppError("not-found", "there is no such colleague");
      if (!mayDo({ organisationKind: "supplier", roles: chosen.roles }, "declaration.answer"))
        return refuse({ code: "cannot-answer" as const });
    }
    const sections = SECTIONS.filter((section) => input.sections.includes(section));
    const before = await listSectionAssignments(db, actor.organisationId, declaration.id);
    await saveSectionAssignments(db, actor.organisationId, {
      ...{ declarationId: declaration.id, sections, personId: chosen?.personId ?? null },
      ...{ assignedBy: actor.personId, assignedAt: now },
    });
    const isNew = sections.some(
      (section) => !before.some((one) => one.section === section && one.personId === chosen?.personId),
    );
    if (chosen && isNew && chosen.personId !== actor.personId) {
      const release = await findRelease(db, actor.organisationId, declaration.releaseId);
      const product = release && (await findProduct(db, actor.organisationId, release.productId));
      await queueLetter({ db, now, newId }, actor.organisationId, {
        recipient: chosen.email,
        letter: {
          kind: "sections-assigned",
          product: `${product?.name ?? ""} ${release?.version ?? ""}`,
          sections,
          assignedBy: members.find(({ personId }) => personId === actor.personId)?.name ?? "",
          link: { to: "declaration", declarationId: declaration.id },
        },
        subjectId: declaration.id,
      });
    }
    return accept({ id: declaration.id });
  },
  audit: (input) => ({ sections: input.sections, assigneeId: input.personId }),
});
