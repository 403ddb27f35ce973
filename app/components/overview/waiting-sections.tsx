import { useTranslation } from "~/i18n/use-translation";
import { EmptyState } from "../empty-state";
import { Section } from "../section";
import { WaitingSection, type WaitingSectionProps } from "./waiting-section";

type WaitingSectionsProps = {
  sections: ReadonlyArray<WaitingSectionProps & { key: string; isMine: boolean }>;
  /** What would stand here. */
  nothing: string;
};

/** All that waits: first for the person, then for colleagues; what is empty is not shown. */
export function WaitingSections({ sections, nothing }: WaitingSectionsProps) {
  const { t } = useTranslation("decision");
  const waiting = sections.filter(({ count }) => count > 0);
  const mine = waiting.filter(({ isMine }) => isMine);
  const others = waiting.filter(({ isMine }) => !isMine);
  return (
    <>
      <Section title={t("overview.mine")}>
        {mine.length === 0 ? (
          <EmptyState title={t("overview.nothing")} icon="check-circle">
            {nothing}
          </EmptyState>
        ) : null}
        {mine.map(({ key, ...section }) => (
          <WaitingSection key={key} {...section} />
        ))}
      </Section>
      {others.length > 0 ? (
        <Section title={t("overview.others")}>
          {others.map(({ key, ...section }) => (
            <WaitingSection key={key} {...section} />
          ))}
        </Section>
      ) : null}
    </>
  );
}
