import { useRef } from "react";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { SelectField } from "~/components/select-field";
import { TextField } from "~/components/text-field";
import { MAX_FILE_BYTES } from "~/domain/files/limits";
import { MEDIA_TYPES } from "~/domain/files/media-type";
import { formatBytes, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { useIsHydrated } from "../../use-is-hydrated";
import { UploadPanel } from "./upload-panel";
import type { KeptFile } from "./upload-requests";
import type { useUpload } from "./use-upload";

export type StoredFile = { sha256: string; name: string; bytes: number; products: ReadonlyArray<string> };

type FileFieldProps = {
  /** The digest that the form holds now; empty = no file. */
  digest: string;
  onDigest: (digest: string) => void;
  stored: ReadonlyArray<StoredFile>;
  /** What has just arrived and stands in no list yet. */
  arrived: KeptFile | null;
  upload: ReturnType<typeof useUpload>;
  mayUpload: boolean;
  errors: ReadonlyArray<string> | undefined;
};

const ACCEPT = Object.entries(MEDIA_TYPES)
  .flatMap(([mediaType, ending]) => [mediaType, `.${ending}`])
  .join();

/** The file of a piece of evidence: sent now, chosen from what is here, or known by its digest alone. */
export function FileField({ digest, onDigest, stored, arrived, upload, mayUpload, errors }: FileFieldProps) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  const isHydrated = useIsHydrated();
  const input = useRef<HTMLInputElement>(null);
  const file = arrived?.sha256 === digest ? arrived : stored.find(({ sha256 }) => sha256 === digest);
  const { phase } = upload.view;
  const isBusy = phase === "sending" || phase === "cut" || phase === "checking";
  const choose = () => input.current?.click();
  const size = (bytes: number) => formatBytes(bytes, language);
  return (
    <fieldset className="fact-row">
      <legend className="fact-row-name">{t("legend")}</legend>
      <p className="field-hint">{t("optional", { size: size(MAX_FILE_BYTES) })}</p>
      {file ? (
        <Callout
          tone="success"
          title={t("attached", { name: file.name, size: size(file.bytes) })}
          action={
            isHydrated ? (
              <Button size="small" onClick={() => onDigest("")}>
                {t("detach")}
              </Button>
            ) : null
          }
        >
          {arrived === file ? t("saveToAttach") : t("isStored")}
        </Callout>
      ) : null}
      {isHydrated && mayUpload ? (
        <>
          <UploadPanel upload={upload} onChoose={choose} />
          {isBusy || phase === "restored" ? null : (
            <div className="actions">
              <Button icon="upload" onClick={choose}>
                {t(file ? "replace" : "choose")}
              </Button>
              {file ? <span className="field-hint">{t("replaceHint")}</span> : null}
            </div>
          )}
          <input
            ref={input}
            type="file"
            accept={ACCEPT}
            className="sr-only"
            tabIndex={-1}
            aria-label={t("choose")}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) upload.start(chosen);
              event.target.value = "";
            }}
          />
        </>
      ) : (
        <p className="field-hint">{t("withoutScript")}</p>
      )}
      {stored.length > 0 ? (
        <SelectField
          name="evidence.storedFile"
          label={t("stored")}
          hint={t("storedHint")}
          placeholder={t("storedNone")}
          options={stored.map(({ sha256, name, bytes, products }) => ({
            value: sha256,
            label: t("storedOption", {
              name,
              size: size(bytes),
              products: products.length > 0 ? formatList(products, language) : t("notUsedYet"),
            }),
          }))}
          {...(isHydrated
            ? {
                value: stored.some(({ sha256 }) => sha256 === digest) ? digest : "",
                onChange: (event) => onDigest(event.currentTarget.value),
              }
            : { defaultValue: "" })}
        />
      ) : null}
      <TextField
        name="evidence.sha256"
        label={t("declaration:evidence.sha256")}
        hint={digest !== "" && !file ? t("isNotStored") : t("declaration:evidence.sha256Hint")}
        optional
        errors={errors}
        spellCheck={false}
        className="font-mono"
        {...(isHydrated
          ? { value: digest, onChange: (event) => onDigest(event.currentTarget.value.trim().toLowerCase()) }
          : { defaultValue: digest })}
      />
    </fieldset>
  );
}
