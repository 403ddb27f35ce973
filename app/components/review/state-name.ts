import { useTranslation } from "~/i18n/use-translation";

/** What a state of a model is called: the draft, the submission, nothing, or a revision by its number. */
export function useStateName(): (name: string) => string {
  const { t } = useTranslation("review");
  return (name) => {
    switch (name) {
      case "draft":
      case "submission":
      case "nothing":
        return t(`compare.state.${name}`);
      default:
        return t("compare.state.revision", { number: name });
    }
  };
}
