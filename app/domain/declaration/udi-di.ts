/** What the text of a UDI-DI looks like. `unknown-form` may still be right: there are other issuing entities. */
export type UdiDiForm = "none" | "gs1" | "hibcc" | "iccbba" | "wrong-check-digit" | "unknown-form";

/** HIBCC: a labeler's code that begins with a letter and has four characters, 1 to 18 of the product, a unit of measure. */
const HIBCC = /^\+?[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d[A-Z0-9.$/+%-]?$/;
/** ICCBBA, ISBT 128: facility, facility's product and product description code, 16 characters after `=/`. */
const ICCBBA = /^(=\/)?[A-Z][A-Z0-9]{15}$/;

/**
 * Which issuing entity a UDI-DI comes from by its form (Regulation (EU) 2017/745, Art. 27 and Annex VI part C). A hint
 * about the quality of an inventory, never a reason to refuse it. Only GS1's numbers of 8, 13 and 14 digits are held
 * against their check digit: HIBCC and ICCBBA are written with and without theirs.
 */
export function formOfUdiDi(text: string): UdiDiForm {
  const key = udiDiKey(text);
  if (key === "") return "none";
  if (/^\d+$/.test(key)) {
    const digits = deviceIdentifierIn(plainOf(text));
    if (!/^(\d{8}|\d{12,14})$/.test(digits)) return "unknown-form";
    // Twelve digits may be a number of another issuing entity with a check of its own.
    return digits.length === 12 || hasGtinCheckDigit(digits) ? "gs1" : "wrong-check-digit";
  }
  const plain = plainOf(text);
  if (ICCBBA.test(plain)) return "iccbba";
  return HIBCC.test(plain) ? "hibcc" : "unknown-form";
}

/**
 * The same for the same device identifier, however it is written: with or without spaces, as the whole UDI of a label
 * with its `(01)`, a GTIN of 8, 12 or 13 digits as the 14 it stands for. Empty where the text names no device.
 */
export function udiDiKey(text: string): string {
  const plain = deviceIdentifierIn(plainOf(text));
  if (/^(\d{8}|\d{12,14})$/.test(plain)) return plain.padStart(14, "0");
  const bare = plain.replace(/^(=\/|\+)/, "");
  // "n/a", "0" and "unknown" identify nothing.
  return bare.length >= 5 && /\d/.test(bare) && /[1-9A-Z]/.test(bare) ? bare : "";
}

function plainOf(text: string): string {
  return text.toUpperCase().replace(/\s+/g, "");
}

/** GS1's application identifier 01 precedes the GTIN on a label; what follows is of the single device (UDI-PI). */
function deviceIdentifierIn(plain: string): string {
  return /^\(01\)(\d{14})/.exec(plain)?.[1] ?? plain;
}

/** GS1 General Specifications, check digit of a GTIN: from the right, digits count three and one in turn; with the last one the sum is a multiple of ten. */
export function hasGtinCheckDigit(digits: string): boolean {
  const weighed = [...digits].reverse().map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 3));
  return weighed.reduce((sum, one) => sum + one, 0) % 10 === 0;
}
