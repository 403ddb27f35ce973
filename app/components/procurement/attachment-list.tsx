import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Icon } from "../icon";

type AttachmentListProps = {
  attachments: ReadonlyArray<{ sha256: string; name: string; bytes: number }>;
  hrefOf: (sha256: string) => string;
};

/** Files that go with a request, each to be saved. */
export function AttachmentList({ attachments, hrefOf }: AttachmentListProps) {
  const language = useLanguage();
  return (
    <ul className="grid gap-1">
      {attachments.map(({ sha256, name, bytes }) => (
        <li key={sha256}>
          <a href={hrefOf(sha256)} className="file-link" download>
            <Icon name="download" />
            <span className="file-name">{name}</span>
            <span className="field-hint">{formatBytes(bytes, language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
