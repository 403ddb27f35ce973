import { useState } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { askForFile } from "../download/ask-for-file";
import { Refused } from "../download/download-stages";
import { PasswordDialog } from "../download/password-dialog";
import { nameOfAnswer, saveFile } from "../download/save-file";
import { PNG_SCALE, pictureSize, sizeOfSvg, toPng } from "./to-png";

type PngDownloadProps = { modelId: string; label: string; revision: number | null };
type State =
  | { at: "idle" | "busy" | "asked" | "failed" }
  | { at: "too-large"; width: number; height: number };

/** The drawing as a picture, made from its SVG by the browser. */
export function PngDownload({ modelId, label, revision }: PngDownloadProps) {
  const { t } = useTranslation("transfer");
  const [state, setState] = useState<State>({ at: "idle" });
  async function make() {
    setState({ at: "busy" });
    try {
      const answer = await askForFile(
        paths.modelFile(modelId, "drawing.svg", { revision: revision ?? undefined }),
      );
      const svg = await answer.text();
      const drawn = sizeOfSvg(svg);
      const size = drawn && pictureSize(drawn);
      if (drawn && !size) {
        setState({ at: "too-large", width: drawn.width * PNG_SCALE, height: drawn.height * PNG_SCALE });
        return;
      }
      if (!size) throw new Error("no size");
      saveFile(await toPng(svg, size), nameOfAnswer(answer, "drawing.svg").replace(/\.svg$/, ".png"));
      setState({ at: "idle" });
    } catch (error) {
      setState({ at: error instanceof Refused && error.code === "step-up" ? "asked" : "failed" });
    }
  }
  return (
    <>
      <Button
        size="small"
        icon="download"
        busy={state.at === "busy"}
        onClick={() => void make()}
        aria-label={t("export.downloadNamed", { name: label })}
      >
        {t("export.download")}
      </Button>
      <PasswordDialog
        isOpen={state.at === "asked"}
        onConfirmed={() => void make()}
        onClose={() => setState({ at: "idle" })}
      />
      <Said state={state} />
    </>
  );
}

function Said({ state }: { state: State }) {
  const { t } = useTranslation("transfer");
  const said = {
    ...{ idle: "", asked: "", "too-large": "" },
    ...{ busy: t("export.pngMaking"), failed: t("export.pngFailed") },
  }[state.at];
  return (
    <p role="status" className={state.at === "idle" ? "sr-only" : "field-hint"}>
      {state.at === "too-large"
        ? t("export.pngTooLarge", { width: Math.round(state.width), height: Math.round(state.height) })
        : said}
    </p>
  );
}
