import { useEffect } from "react";
import { TemplateText } from "~/components/model/template-text";
import { useResource } from "~/components/use-resource";
import type { Fragment } from "~/domain/zone-model/fragment";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

type TemplatesAnswer = {
  templates: ReadonlyArray<{
    id: string;
    name: string;
    about: string;
    zones: number;
    conduits: number;
    assets: number;
    fragment: Fragment;
  }>;
};

/** Templates, read when the palette is opened for the first time. */
export function TemplateList({ onInsert }: { onInsert(fragment: Fragment): void }) {
  const { t } = useTranslation("overlay");
  const { load, data, state } = useResource<TemplatesAnswer>();
  useEffect(() => load(paths.modelTemplates()), [load]);
  if (!data)
    return <p className="editor-none">{t(state === "failed" ? "template.failed" : "template.loading")}</p>;
  return (
    <>
      <p className="field-hint">{t("template.note")}</p>
      <ul className="palette">
        {data.templates.map(({ fragment, ...template }) => (
          <li key={template.id}>
            <button type="button" className="palette-entry" onClick={() => onInsert(fragment)}>
              <span className="palette-name">{template.name}</span>
              <span className="palette-fact">
                <span>
                  <TemplateText template={template} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
