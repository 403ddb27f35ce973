import type { Message } from "~/domain/assessment/assessment";
import { translatorFor } from "~/i18n/i18n";
import { writeMessage } from "~/i18n/sentence";

/** The words of the command line: English, so that scripts and bug reports read the same everywhere. */
export const t = translatorFor("en");

/** A message of the domain as a sentence. */
export function sentence(message: Message): string {
  return writeMessage(t, "en", message);
}

/**
 * Text from a file on its way to a terminal: control characters and those that reverse the direction of
 * writing become visible instead of taking effect.
 */
export function printable(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
