import type { ExceptionStanding } from "~/domain/procurement/exception-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { ExceptionBadge } from "./exception-badge";
import { type Step, StepList } from "./step-list";

type Generation = {
  id: string;
  standing: ExceptionStanding;
  expiresOn: string;
  steps: ReadonlyArray<Step>;
};

/** Exceptions that a later one goes on from, newest first, with everything that happened to them. */
export function EarlierExceptions({ earlier }: { earlier: ReadonlyArray<Generation> }) {
  const { t } = useTranslation("exception");
  return (
    <>
      {earlier.map(({ id, standing, expiresOn, steps }) => (
        <Disclosure
          key={id}
          boxed
          summary={
            <>
              {t("page.earlier")} <DateText value={expiresOn} /> <ExceptionBadge standing={standing} />
            </>
          }
        >
          <StepList steps={steps} />
          <p>
            <Link to={paths.exception(id)}>{t("open")}</Link>
          </p>
        </Disclosure>
      ))}
    </>
  );
}
