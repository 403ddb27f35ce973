import { useLocation, useMatches, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { type NotSent, takeNotSent } from "./keep-forms";

/** Says at the foot of the window why a form came to nothing, and that it is still filled in. */
export function NotSentNotice() {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const { formAction } = useNavigation();
  const [told, setTold] = useState<{ notSent: NotSent; pathname: string } | null>(null);
  const matches = useMatches();
  const now = useRef({ pathname, formAction, matches });
  now.current = { pathname, formAction, matches };

  useEffect(
    () =>
      takeNotSent({
        onSend: () => setTold(null),
        keep(notSent, target) {
          const { pathname, formAction } = now.current;
          // Whatever it is answered, the form of another page leaves this one; one that works beside it does not.
          if (target !== pathname && formAction?.startsWith(target)) return false;
          setTold({ notSent, pathname });
          return true;
        },
        shown(asked) {
          const { pathname, matches } = now.current;
          return asked === pathname ? Object.fromEntries(matches.map(({ id, data }) => [id, data])) : null;
        },
      }),
    [],
  );

  const isTold = told?.pathname === pathname;
  useEffect(() => {
    // The button that was pressed, wherever the notice has come to stand.
    const pressed = document.activeElement;
    if (isTold && pressed !== document.body) pressed?.scrollIntoView({ block: "nearest" });
  }, [isTold]);

  if (!isTold) return null;
  const { cause, requestId } = told.notSent;
  return (
    // Also where the form stands in a dialog, which makes everything beside itself deaf.
    <div className="not-sent" data-react-aria-top-layer="true">
      <Callout
        tone="danger"
        live
        title={t(`notSent.${cause}.title`)}
        action={
          <>
            {cause === "signed-out" ? (
              <ButtonLink to={paths.signIn()} target="_blank" variant="primary">
                {t("notSent.signIn")}
              </ButtonLink>
            ) : null}
            <Button onClick={() => setTold(null)}>{t("notSent.close")}</Button>
          </>
        }
      >
        {t(`notSent.${cause}.text`)}
        {requestId ? (
          <p className="error-request">
            {t("error.requestId")}: <code>{requestId}</code>
          </p>
        ) : null}
      </Callout>
    </div>
  );
}
