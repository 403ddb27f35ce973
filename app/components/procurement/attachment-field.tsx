import { useRef, useState } from "react";
import { MAX_FILE_BYTES } from "~/domain/files/limits";
import { MEDIA_TYPES } from "~/domain/files/media-type";
import {
  type AttachmentPurpose,
  MOST_ATTACHMENTS,
  toPostedAttachment,
} from "~/domain/procurement/attachment";
import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { UploadPanel } from "../declaration/upload/upload-panel";
import { useUpload } from "../declaration/upload/use-upload";
import { FieldSet } from "../field-set";
import { Icon } from "../icon";
import { useIsHydrated } from "../use-is-hydrated";

type AttachmentFieldProps = {
  /** Of the field, where a page has several. */
  id?: string;
  purpose: AttachmentPurpose;
  legend: string;
  /** As they were posted, or as a template holds them. */
  posted: ReadonlyArray<string>;
  errors: ReadonlyArray<string> | undefined;
};

const ACCEPT = Object.entries(MEDIA_TYPES)
  .flatMap(([mediaType, ending]) => [mediaType, `.${ending}`])
  .join();

const nameIn = (posted: string) => posted.slice(posted.indexOf("/") + 1);

/** Files that go with a form: sent to the portal at once, and to where they belong with the form. */
export function AttachmentField(props: AttachmentFieldProps) {
  const { id = "attachments", purpose, legend, posted, errors } = props;
  const { t } = useTranslation("tender");
  const language = useLanguage();
  const isHydrated = useIsHydrated();
  const [attached, setAttached] = useState(posted);
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload(paths.attachments(purpose), (file) => {
    const added = toPostedAttachment(file);
    setAttached((before) => [...before.filter((one) => !one.startsWith(file.sha256)), added]);
  });
  const { phase } = upload.view;
  const isBusy = phase === "sending" || phase === "cut" || phase === "checking";
  const choose = () => input.current?.click();
  const size = formatBytes(MAX_FILE_BYTES, language);
  return (
    <FieldSet
      id={id}
      legend={legend}
      hint={t(`attachments.hint.${purpose}`, { count: MOST_ATTACHMENTS, size })}
      errors={errors}
    >
      {attached.length > 0 ? (
        <ul className="grid gap-1">
          {attached.map((one) => (
            <li key={one} className="flex flex-wrap items-center gap-2">
              <input type="hidden" name="attachments" value={one} />
              <Icon name="document" />
              <span>{nameIn(one)}</span>
              {isHydrated ? (
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => setAttached(attached.filter((other) => other !== one))}
                  aria-label={t("attachments.removeNamed", { name: nameIn(one) })}
                >
                  {t("common:remove")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {isHydrated ? (
        <>
          <UploadPanel upload={upload} onChoose={choose} />
          {isBusy || phase === "restored" || attached.length >= MOST_ATTACHMENTS ? null : (
            <div className="actions">
              <Button icon="upload" onClick={choose}>
                {t("attachments.choose")}
              </Button>
            </div>
          )}
          <input
            ref={input}
            type="file"
            accept={ACCEPT}
            className="sr-only"
            tabIndex={-1}
            aria-label={t("attachments.choose")}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) upload.start(chosen);
              event.target.value = "";
            }}
          />
        </>
      ) : (
        <p className="field-hint">{t("attachments.withoutScript")}</p>
      )}
    </FieldSet>
  );
}
