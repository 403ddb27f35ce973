import { newId } from "./editing/new-id";

/**
 * The clipboard of the system, and one in this page for browsers that do not give the other away: without TLS, or where
 * a person refuses. What is copied in one model can be pasted in another, in this tab at least.
 */
let inPage: string | null = null;
/** The text that stands on the clipboard of the system for the part in this page. */
let token: string | null = null;

/**
 * For buttons and menus; a key press has the `copy` event, which every browser grants. False where the page alone has it.
 */
export async function writeClipboard(text: string): Promise<boolean> {
  inPage = text;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The text of the clipboard, or what was copied in this page; null where there is neither. */
export async function readClipboard(): Promise<string | null> {
  try {
    return meantBy((await navigator.clipboard?.readText()) ?? inPage);
  } catch {
    return inPage;
  }
}

/** Answers a `copy` or `cut` event with a text of ours. */
export function putOn(event: ClipboardEvent, text: string): void {
  inPage = text;
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
}

/**
 * Answers a `copy` or `cut` event before the text is known, which `writeClipboard` brings later: where the browser
 * refuses that, what stands on the clipboard is not something older.
 */
export function putTokenOn(event: ClipboardEvent): void {
  inPage = null;
  token = `cordon:${newId()}`;
  event.clipboardData?.setData("text/plain", token);
  event.preventDefault();
}

/** The text that a `paste` event brings. */
export function textOf(event: ClipboardEvent): string | null {
  return meantBy(event.clipboardData?.getData("text/plain") || inPage);
}

/** The part that the token stands for; the token itself where the part has never come. */
function meantBy(text: string | null): string | null {
  return text !== null && text === token ? (inPage ?? text) : text;
}
