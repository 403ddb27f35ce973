import { useEffect } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** What somebody last filled in to a field: its text, or whether it is ticked. */
type Typed = string | boolean;
type Early = { typed: Map<Field, Typed>; stop: () => void };

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the browser's own is an interface, and only that can be added to
  interface Window {
    cordonTypedEarly?: Early;
  }
}

/**
 * Stands in the head of every document: notes what people fill in while the page is there and its scripts are not. What
 * the browser itself brings back to a form is not what somebody has just typed.
 */
export const NOTE_TYPED_EARLY = `(() => {
  const typed = new Map();
  const note = ({ target: field, type, inputType, isTrusted }) => {
    if (!isTrusted) return;
    const isTicked = field.type === "radio" || field.type === "checkbox";
    if (type === "click" && isTicked) typed.set(field, field.checked);
    if (type === "input" && inputType && !isTicked) typed.set(field, field.value);
    if (type === "change" && field.localName === "select") typed.set(field, field.value);
  };
  const kinds = ["click", "input", "change"];
  for (const kind of kinds) document.addEventListener(kind, note, true);
  const stop = () => { for (const kind of kinds) document.removeEventListener(kind, note, true); };
  window.cordonTypedEarly = { typed, stop };
})()`;

/** Once the page is alive: fills in again what was typed before, so that whoever listens hears of it. */
export function useTypedEarly(): void {
  useEffect(() => {
    const early = window.cordonTypedEarly;
    if (!early) return;
    delete window.cordonTypedEarly;
    early.stop();
    void fillInAll(early.typed);
  }, []);
}

/** What is ticked first and one after the other: a text may have its place only once something is chosen. */
async function fillInAll(typed: Early["typed"]): Promise<void> {
  const ticksFirst = [...typed].sort(
    ([, a], [, b]) => Number(typeof a === "string") - Number(typeof b === "string"),
  );
  for (const [noted, value] of ticksFirst) {
    const field = noted.isConnected ? noted : document.getElementById(noted.id);
    if (isField(field)) fillInAgain(field, field === noted ? latestOf(field, value) : value);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** What stands there now, where somebody goes on typing meanwhile; taking a page over may have put back what was drawn. */
function latestOf(field: Field, noted: Typed): Typed {
  if (typeof noted === "boolean" || field instanceof HTMLSelectElement) return noted;
  return field.value === field.defaultValue ? noted : field.value;
}

function isField(element: Element | null): element is Field {
  return element !== null && "form" in element && "value" in element;
}

function fillInAgain(field: Field, typed: Typed): void {
  if (typeof typed === "boolean") tickAgain(field as HTMLInputElement, typed);
  else if (field instanceof HTMLSelectElement) {
    field.value = typed;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else typeAgain(field, typed);
}

/** React asks whether a value is another than the last one it knows, so the one that was drawn goes first. */
function typeAgain(field: HTMLInputElement | HTMLTextAreaElement, typed: string): void {
  if (typed === field.defaultValue) return;
  const { selectionStart, selectionEnd } = field;
  field.value = field.defaultValue;
  setUnseen(field, typed);
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function tickAgain(field: HTMLInputElement, typed: boolean): void {
  if (typed === field.defaultChecked) return;
  const drawn = field.form?.elements.namedItem(field.name);
  if (field.type === "radio" && drawn instanceof RadioNodeList)
    for (const other of drawn) if (other instanceof HTMLInputElement) other.checked = other.defaultChecked;
  field.checked = !typed;
  field.click();
}

/** The setter of the element itself, beside the one that React has put in front of it. */
function setUnseen(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, text);
}
