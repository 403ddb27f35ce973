import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Icon } from "./icon";

/** Saves a file: never a page of ours, so the browser goes there itself. */
export function FileLink({ to, file }: { to: string; file: { name: string; bytes: number } }) {
  const language = useLanguage();
  return (
    <a href={to} className="file-link">
      <Icon name="download" />
      <span className="file-name">{file.name}</span>
      <span className="field-hint">{formatBytes(file.bytes, language)}</span>
    </a>
  );
}
