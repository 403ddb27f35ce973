import { Form, useSubmit } from "@remix-run/react";
import { useRef } from "react";
import { Button } from "~/components/button";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { Panel } from "~/components/panel";
import { SelectField } from "~/components/select-field";
import { SubmitButton } from "~/components/submit-button";
import { useIsHydrated } from "~/components/use-is-hydrated";
import { formatBytes, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DeclarationFrame, type DeclarationHead } from "../declaration-frame";
import type { StoredFile } from "../upload/file-field";
import { UploadPanel } from "../upload/upload-panel";
import { useUpload } from "../upload/use-upload";
import "./import.css";

type FileChoicePageProps = {
  page: DeclarationHead & {
    stored: ReadonlyArray<StoredFile>;
    maxBytes: number;
    mayImport: boolean;
    mayUpload: boolean;
    hasMds2: boolean;
  };
  refusal: { code: string } | undefined;
};

/** Kinds in the order in which suppliers have them. */
const KINDS = [
  ...(["mds2", "sbom", "vulnerability-status", "offline-workbook", "cordon-json"] as const),
  ...(["attestations", "oscal", "security-txt", "provider-metadata"] as const),
] as const;

/** Where a file is chosen that fills in a draft. Nothing is taken over before it was seen. */
export function FileChoicePage({ page, refusal }: FileChoicePageProps) {
  const { t } = useTranslation("import");
  return (
    <DeclarationFrame head={page}>
      {page.mayImport ? (
        <>
          {refusal ? (
            <Callout tone="danger" title={t("choose.refused")} live>
              {wordOf(t, refusal.code)}
            </Callout>
          ) : null}
          <Chooser page={page} />
          <Panel title={t("kinds.title")} description={t("kinds.text")}>
            <ul className="import-kinds">
              {KINDS.map((kind) => (
                <li key={kind}>
                  <strong>{t(`kind.${kind}`)}</strong> {t(`kinds.${kind}`)}
                </li>
              ))}
            </ul>
          </Panel>
        </>
      ) : (
        <Callout tone="info" title={t("readOnly")}>
          {t("readOnlyText")}
        </Callout>
      )}
      <Panel title={t("mds2.title")} description={t("mds2.text")}>
        {page.hasMds2 ? (
          <ButtonLink to={paths.declarationMds2(page.declaration.id)} icon="download" reloadDocument>
            {t("mds2.download")}
          </ButtonLink>
        ) : (
          <p className="field-hint">{t("mds2.none")}</p>
        )}
      </Panel>
    </DeclarationFrame>
  );
}

function wordOf(t: ReturnType<typeof useTranslation<"import">>["t"], code: string): string {
  if (code === "too-large") return t("refusal.too-large");
  return code === "not-a-draft" ? t("readOnlyText") : t("choose.none");
}

function Chooser({ page: { declaration, stored, maxBytes, mayUpload } }: Pick<FileChoicePageProps, "page">) {
  const { t } = useTranslation("import");
  const language = useLanguage();
  const isHydrated = useIsHydrated();
  const submit = useSubmit();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload(paths.declarationUploads(declaration.id), ({ sha256 }) =>
    submit({ sha256 }, { method: "post" }),
  );
  const { phase } = upload.view;
  const isBusy = phase === "sending" || phase === "cut" || phase === "checking" || phase === "kept";
  const choose = () => input.current?.click();
  const size = (bytes: number) => formatBytes(bytes, language);
  return (
    <Panel title={t("choose.title")} description={t("choose.text", { size: size(maxBytes) })}>
      <div className="grid gap-4">
        {isHydrated && mayUpload ? (
          <div className="grid gap-2">
            <UploadPanel upload={upload} onChoose={choose} />
            {isBusy || phase === "restored" ? null : (
              <div className="actions">
                <Button icon="upload" variant="primary" onClick={choose}>
                  {t("choose.send")}
                </Button>
              </div>
            )}
            <input
              ref={input}
              type="file"
              className="sr-only"
              tabIndex={-1}
              aria-label={t("choose.send")}
              onChange={(event) => {
                const [chosen] = event.target.files ?? [];
                if (chosen) upload.start(chosen);
                event.target.value = "";
              }}
            />
          </div>
        ) : (
          <p className="field-hint">{t("files:withoutScript")}</p>
        )}
        {stored.length > 0 ? (
          <Form method="post" className="grid gap-3 max-w-2xl">
            <SelectField
              name="sha256"
              label={t("choose.stored")}
              hint={t("choose.storedHint")}
              placeholder={t("files:storedNone")}
              required
              options={stored.map(({ sha256, name, bytes, products }) => ({
                value: sha256,
                label: t("files:storedOption", {
                  name,
                  size: size(bytes),
                  products: products.length > 0 ? formatList(products, language) : t("files:notUsedYet"),
                }),
              }))}
            />
            <div className="actions">
              <SubmitButton variant="regular">{t("choose.read")}</SubmitButton>
            </div>
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}
