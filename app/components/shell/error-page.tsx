import { useLocation } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { startOf } from "./navigation";
import type { Viewer } from "./viewer";

/** Every status that has words of its own, and how many things one can do about it. */
const REMEDIES = {
  400: 2,
  401: 2,
  403: 2,
  404: 3,
  405: 1,
  409: 2,
  413: 1,
  422: 2,
  429: 2,
  500: 2,
  503: 1,
} as const;
export type ErrorStatus = keyof typeof REMEDIES;

export function toErrorStatus(status: number): ErrorStatus {
  if (status in REMEDIES) return status as ErrorStatus; // checked just now
  return status >= 400 && status < 500 ? 400 : 500;
}

type ErrorPageProps = { status: ErrorStatus; requestId?: string; viewer: Viewer | null };

/** What happened, whose fault it may be, and what to do next. Tells nothing of what others have. */
export function ErrorPage({ status, requestId, viewer }: ErrorPageProps) {
  const { t } = useTranslation("shell");
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const remedies = ([1, 2, 3] as const).filter((number) => number <= REMEDIES[status]);
  return (
    <div className="page page-text error-page">
      <p className="error-status">{t("shell:error.status", { status })}</p>
      <h1 className="page-title">{t(`shell:error.${status}.title`)}</h1>
      <p className="error-text">{t(`shell:error.${status}.text`)}</p>
      <h2 className="subsection-title">{t("shell:error.whatYouCanDo")}</h2>
      <ul className="error-remedies">
        {remedies.map((number) => (
          // The number of remedies per status is written beside the texts and tested with them.
          <li key={number}>{t(`shell:error.${status}.${number}` as "shell:error.404.1")}</li>
        ))}
      </ul>
      <div className="actions">
        {status === 401 ? (
          <ButtonLink to={paths.signIn({ returnTo: here })} variant="primary">
            {t("shell:error.signIn")}
          </ButtonLink>
        ) : null}
        {status === 404 || status === 403 || status === 400 ? null : (
          <ButtonLink to={here} reloadDocument variant={status === 401 ? "regular" : "primary"}>
            {t("shell:error.reload")}
          </ButtonLink>
        )}
        <ButtonLink to={startOf(viewer)}>
          {t(viewer ? "shell:error.home" : "shell:error.homePublic")}
        </ButtonLink>
        {status === 403 && viewer?.may.includes("member.list") ? (
          <ButtonLink to={paths.members()}>{t("shell:error.403.members")}</ButtonLink>
        ) : null}
      </div>
      {requestId && status >= 500 ? (
        <p className="error-request">
          {t("shell:error.requestId")}: <code>{requestId}</code>
          <br />
          {t("shell:error.tellSupport")}
        </p>
      ) : null}
    </div>
  );
}
