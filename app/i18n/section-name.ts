import type { Translate } from "./keys";

/** `UC Use control` of a section of answers, `Facts: Logging and time` of one of facts. */
export function sectionName(t: Translate, section: string): string {
  const group = /^facts-(.+)$/.exec(section)?.[1];
  // Sections are FRs and groups of facts; tests/domain/declaration holds every one of them against the messages.
  if (group) return t("declaration:sections.facts", { group: t(`facts:group.${group}` as "facts:group.ai") });
  return `${section} ${t(`components:fr.${section}.name` as "components:fr.IAC.name")}`;
}
