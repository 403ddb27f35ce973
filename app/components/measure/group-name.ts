import { FoundationalRequirementSchema } from "~/domain/security-level/security-level";
import type { Translate } from "~/i18n/keys";

/** A part of a standard by name: a foundational requirement in our words, an element of the programme by its title. */
export function groupName(t: Translate, { id, title }: { id: string; title: string | null }): string {
  const fr = FoundationalRequirementSchema.safeParse(id);
  if (fr.success) return `${fr.data}: ${t(`components:fr.${fr.data}.name`)}`;
  return title ? `${id}: ${title}` : id;
}
