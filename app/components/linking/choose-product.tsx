import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { KeptParams } from "../model/kept-params";
import { Panel } from "../panel";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { type ShownGroup, type ShownRelease, titleOf } from "./shown";
import { useReleaseName } from "./suggestion-cell";
import { useLinkingLink } from "./use-linking-link";

type ChooseProductProps = {
  modelId: string;
  version: number;
  choosing: {
    asset: string;
    product: string;
    group: ShownGroup;
    found: ReadonlyArray<ShownRelease>;
    more: number;
  };
};

/** A search among all products for one group, and the choice of one. */
export function ChooseProduct({ modelId, version, choosing }: ChooseProductProps) {
  const { t } = useTranslation("linking");
  const nameOf = useReleaseName();
  const linkTo = useLinkingLink();
  const { group, found, more, product } = choosing;
  const { count, suggestions } = group;
  return (
    <Panel
      id="choose"
      title={t("choose.title", { name: titleOf(group.described) })}
      description={t("choose.text", { count })}
    >
      <Form method="get" action="#choose" className="flex flex-wrap items-end gap-3" preventScrollReset>
        <KeptParams except={["product", "linked", "unlinked"]} />
        <TextField
          key={product}
          name="product"
          type="search"
          label={t("choose.find")}
          hint={t("choose.hint")}
          defaultValue={product}
          maxLength={100}
        />
        <SubmitButton variant="regular" icon="search">
          {t("choose.submit")}
        </SubmitButton>
        <ButtonLink variant="quiet" to={linkTo({ choose: null, product: null })}>
          {t("choose.close")}
        </ButtonLink>
      </Form>
      {found.length === 0 ? (
        <div className="grid gap-2">
          <p>
            <strong>{t("choose.nothing")}</strong> {t("choose.nothingText")}
          </p>
          <div>
            <ButtonLink to={paths.newRequest({ asset: `${modelId}/${group.firstId}` })}>
              {t("choose.request")}
            </ButtonLink>
          </div>
        </div>
      ) : (
        <Form method="post" className="grid gap-4" preventScrollReset>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="rows.0.key" value={group.key} />
          <input type="hidden" name="rows.0.mark" value={group.mark} />
          <input type="hidden" name="rows.0.tick" value="on" />
          <fieldset className="field">
            <legend>{t("choose.legend")}</legend>
            {found.map((release) => (
              <div key={release.releaseId} className="choice">
                <input
                  type="radio"
                  required
                  id={`release-${release.releaseId}`}
                  name="rows.0.releaseId"
                  value={release.releaseId}
                  defaultChecked={release.releaseId === suggestions[0]?.releaseId}
                />
                <label htmlFor={`release-${release.releaseId}`}>{nameOf(release)}</label>
              </div>
            ))}
          </fieldset>
          {more > 0 ? <p className="text-muted">{t("choose.more", { count: more })}</p> : null}
          <div>
            <SubmitButton name="intent" value="link">
              {t("choose.link", { count })}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Panel>
  );
}
