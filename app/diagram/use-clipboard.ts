import { useEffect, useRef } from "react";
import { putOn, textOf } from "./clipboard";
import { isTextField } from "./use-undo-keys";

type ClipboardOptions = {
  /** The text of what is chosen; undefined where nothing that could be copied is. */
  copy(): string | undefined;
  cut(): string | undefined;
  paste(text: string): void;
};

/** Ctrl/Cmd+C, X and V anywhere on the page, except in text fields and where a text is marked. */
export function useClipboard(options: ClipboardOptions): void {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const isText = isTextField(event.target) || getSelection()?.isCollapsed === false;
      if (isText || event.defaultPrevented) return;
      const text = event.type === "cut" ? latest.current.cut() : latest.current.copy();
      if (text !== undefined) putOn(event, text);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTextField(event.target) || event.defaultPrevented) return;
      const text = textOf(event);
      if (text === null) return;
      event.preventDefault();
      latest.current.paste(text);
    };
    document.addEventListener("copy", take);
    document.addEventListener("cut", take);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", take);
      document.removeEventListener("cut", take);
      document.removeEventListener("paste", onPaste);
    };
  }, []);
}
