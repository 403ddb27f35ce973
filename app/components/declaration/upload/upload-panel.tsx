import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { Progress } from "~/components/progress";
import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { UploadRefused, UploadView, useUpload } from "./use-upload";

type UploadPanelProps = { upload: ReturnType<typeof useUpload>; onChoose: () => void };

/** How far the file is, what is wrong, and what can be done about it. Every change of state is read out, not every byte. */
export function UploadPanel({ upload, onChoose }: UploadPanelProps) {
  const { view } = upload;
  return (
    <div className="upload-panel">
      <output className="sr-only">
        <Announcement view={view} />
      </output>
      <Shown {...upload} onChoose={onChoose} />
    </div>
  );
}

function Announcement({ view }: { view: UploadView }) {
  const { t } = useTranslation("files");
  switch (view.phase) {
    case "idle":
    case "restored":
    case "refused":
    case "cut":
      return null;
    case "sending":
      return t("upload.progress", { name: view.name });
    case "checking":
      return t("upload.checking", { name: view.name });
    case "kept":
      return t("upload.kept", { name: view.file.name });
    case "cancelled":
      return t("upload.cancelled");
  }
}

function Shown({ view, resume, giveUp, onChoose }: ReturnType<typeof useUpload> & { onChoose: () => void }) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  const size = (bytes: number) => formatBytes(bytes, language);
  switch (view.phase) {
    case "idle":
    case "kept":
      return null;
    case "cancelled":
      return <p className="field-hint">{t("upload.cancelled")}</p>;
    case "restored":
      return (
        <Callout
          tone="warning"
          live
          action={
            <>
              <Button icon="upload" size="small" onClick={onChoose}>
                {t("choose")}
              </Button>
              <Button size="small" onClick={giveUp}>
                {t("upload.forget")}
              </Button>
            </>
          }
        >
          {t("upload.restored", {
            name: view.upload.name,
            sent: size(view.upload.sent),
            size: size(view.upload.bytes),
          })}
        </Callout>
      );
    case "sending":
      return (
        <>
          {view.isNewContent ? <p className="field-hint">{t("upload.differs")}</p> : null}
          <SentSoFar view={view} />
          <div className="actions">
            <Button size="small" onClick={giveUp}>
              {t("upload.cancel")}
            </Button>
          </div>
        </>
      );
    case "checking":
      return <Progress label={t("upload.checking", { name: view.name })} value={null} max={1} />;
    case "cut":
      return (
        <>
          <SentSoFar view={view} />
          <Callout
            tone="warning"
            live
            action={
              <>
                <Button size="small" variant="primary" onClick={resume}>
                  {t("upload.resume")}
                </Button>
                <Button size="small" onClick={giveUp}>
                  {t("upload.cancel")}
                </Button>
                {view.problem === "signed-out" ? (
                  <a href={paths.signIn()} target="_blank" rel="noreferrer">
                    {t("problem.signIn")}
                  </a>
                ) : null}
              </>
            }
          >
            {t(`problem.${view.problem}`)}
          </Callout>
        </>
      );
    case "refused":
      return (
        <Callout tone="danger" title={t("refused.title", { name: view.name })} live>
          <Refused refusal={view.refusal} />
        </Callout>
      );
  }
}

function SentSoFar({ view }: { view: Extract<UploadView, { phase: "sending" | "cut" }> }) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  return (
    <div>
      <Progress
        label={t("upload.progress", { name: view.name })}
        value={view.sent}
        max={view.bytes}
        as="percent"
      />
      <p className="field-hint">
        {t("upload.sent", {
          sent: formatBytes(view.sent, language),
          size: formatBytes(view.bytes, language),
        })}
      </p>
    </div>
  );
}

const NAME_FAULTS = ["required", "file-name-too-long", "file-name-path", "deceptive-characters"] as const;

function Refused({ refusal }: { refusal: UploadRefused }) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  switch (refusal.code) {
    case "content-refused":
      return t(`fault.${refusal.fault}`);
    case "file-too-large":
    case "declaration-full":
    case "supplier-full":
      return t(`refused.${refusal.code}`, { size: formatBytes(refusal.limit, language) });
    case "too-many-uploads":
      return t("refused.too-many-uploads", { count: refusal.limit });
    case "invalid-input": {
      if (refusal.fields.bytes?.includes("empty-file")) return t("fault.empty-file");
      const reason = NAME_FAULTS.find((fault) => refusal.fields.name?.includes(fault));
      return reason ? t("refused.name", { reason: t(`name.${reason}`) }) : t("refused.broken");
    }
    case "wrong-offset":
    case "incomplete":
    case "larger-than-announced":
      return t("refused.arrived-differently");
    case "not-a-draft":
    case "upload-ended":
    case "ticket-expired":
    case "arrived-differently":
    case "not-allowed":
    case "broken":
    case "fileChanged":
      return t(`refused.${refusal.code}`);
  }
}
