import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { KeyValue } from "~/components/key-value";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { respondOpenly } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentPortalKey } from "~/presenters/present-portal-key.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("sealing:portalKey.title"));

export const loader = (args: LoaderFunctionArgs) =>
  respondOpenly(args, async () => presentPortalKey(args.context.portalKey));

export default function PortalKeyPage() {
  const { t } = useTranslation("sealing");
  const { algorithm, keyId, publicKey, pem } = useLoaderData<typeof loader>();
  return (
    <Page title={t("portalKey.title")} description={t("portalKey.description")}>
      <Panel title={t("portalKey.key")}>
        <KeyValue
          entries={[
            { term: t("portalKey.algorithm"), value: algorithm },
            { term: t("portalKey.id"), value: <code className="break-all">{keyId}</code> },
            { term: t("portalKey.public"), value: <code className="break-all">{publicKey}</code> },
          ]}
        />
        <pre className="whitespace-pre-wrap break-all">{pem}</pre>
        <p>
          <a
            href={paths.portalKeyFile()}
            className={buttonClass({ size: "small" })}
            download="portal-key.json"
          >
            <Icon name="download" />
            <span>{t("portalKey.asFile")}</span>
          </a>
        </p>
      </Panel>
      <Panel title={t("portalKey.how")}>
        <p>{t("portalKey.howText")}</p>
        <pre className="whitespace-pre-wrap break-all">
          cordon verify declaration.json --key portal-key.json
        </pre>
        <p>{t("portalKey.byHand")}</p>
        <ol className="list-decimal ps-5">
          {(["first", "second", "third", "fourth"] as const).map((step) => (
            <li key={step}>{t(`portalKey.step.${step}`)}</li>
          ))}
        </ol>
      </Panel>
    </Page>
  );
}
