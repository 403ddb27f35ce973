import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/button";
import { TextArea } from "~/components/text-area";
import { useTranslation } from "~/i18n/use-translation";
import { writeClipboard } from "../clipboard";

/**
 * What was copied, as the text that the diagram copies too: to be pasted there, here or in another model. The keyboard
 * goes there unless `isQuiet`.
 */
export function CopiedText({ text, isQuiet = false }: { text: string; isQuiet?: boolean }) {
  const { t } = useTranslation("table");
  const [isWritten, setIsWritten] = useState<boolean | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isQuiet) return;
    const field = box.current?.querySelector("textarea");
    field?.focus();
    field?.select();
  }, [isQuiet]);
  return (
    <div ref={box} className="copied-text">
      <TextArea
        id="copied-text"
        name="copied"
        label={t("chosen.copied")}
        hint={t("chosen.copiedText")}
        rows={4}
        readOnly
        value={text}
      />
      <Button
        size="small"
        onClick={() => {
          void writeClipboard(text).then(setIsWritten);
        }}
      >
        {t("chosen.toClipboard")}
      </Button>
      <span role="status">
        {isWritten === null ? "" : t(isWritten ? "chosen.onClipboard" : "clipboard.inPage")}
      </span>
    </div>
  );
}
