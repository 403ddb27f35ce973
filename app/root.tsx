import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  type MetaFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useFetchers,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { Unreachable } from "~/components/not-sent/keep-forms";
import { ErrorPage, type ErrorStatus, toErrorStatus } from "~/components/shell/error-page";
import { Shell } from "~/components/shell/shell";
import { type ShellData, THEMES, type Theme } from "~/components/shell/viewer";
import { NOTE_TYPED_EARLY, useTypedEarly } from "~/components/typed-early";
import { useLinks } from "~/components/use-links";
import { presentShell } from "~/http/shell.server";
import { i18nOf, translatorFor } from "~/i18n/i18n";
import { DEFAULT_LANGUAGE } from "~/i18n/resources";
import { useNonce, useRequestId } from "./nonce";
import "./styles/tailwind.css";

export const loader = (args: LoaderFunctionArgs): Promise<ShellData> => presentShell(args);

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
];

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const t = translatorFor(data?.language ?? DEFAULT_LANGUAGE);
  if (!error) return [{ title: t("shell:title") }];
  const status = statusOf(error);
  return [{ title: t("shell:error.documentTitle", { title: t(`shell:error.${status}.title`) }) }];
};

/** Where the root loader itself failed, the frame is that of a visitor. */
const NOBODY: ShellData = {
  viewer: null,
  language: DEFAULT_LANGUAGE,
  isDemo: false,
  hasMailbox: false,
  theme: "system",
};

function useShellData(): ShellData {
  return useRouteLoaderData<typeof loader>("root") ?? NOBODY;
}

export function Layout({ children }: { children: ReactNode }) {
  useTypedEarly();
  useLinks();
  const nonce = useNonce();
  const requestId = useRequestId();
  const shell = useShellData();
  const theme = useChosenTheme(shell.theme);
  return (
    <html lang={shell.language} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Always there: a condition would differ between server and browser, which has no nonce to render. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <meta name="request-id" content={requestId} suppressHydrationWarning />
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, allowed by the nonce alone
          dangerouslySetInnerHTML={{ __html: NOTE_TYPED_EARLY }}
        />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={i18nOf(shell.language)}>
          <Shell {...shell} theme={theme}>
            {children}
          </Shell>
        </I18nextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { viewer } = useShellData();
  const documentRequestId = useRequestId();
  const status = statusOf(error);
  return <ErrorPage status={status} requestId={requestIdOf(error) ?? documentRequestId} viewer={viewer} />;
}

function statusOf(error: unknown): ErrorStatus {
  if (error instanceof Unreachable) return 503;
  return toErrorStatus(isRouteErrorResponse(error) ? error.status : 500);
}

function requestIdOf(error: unknown): string | undefined {
  if (!isRouteErrorResponse(error) || typeof error.data !== "object" || error.data === null) return undefined;
  return "requestId" in error.data && typeof error.data.requestId === "string"
    ? error.data.requestId
    : undefined;
}

/** The theme just chosen, while the server is still being told. */
function useChosenTheme(kept: Theme): Theme {
  const chosen = useFetchers()
    .find((fetcher) => fetcher.key === "theme")
    ?.formData?.get("theme");
  return THEMES.find((theme) => theme === chosen) ?? kept;
}
