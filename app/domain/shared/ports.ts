import { z } from "zod";

/** `443`, `8000-8010` (1 to 65535, rising), or empty where the transport has no ports or any is meant. */
export const PortsSchema = z
  .string()
  .trim()
  .regex(/^$|^\d{1,5}(-\d{1,5})?$/, "invalid-port-range")
  .refine(isPortRange, "invalid-port-range");

function isPortRange(text: string): boolean {
  if (text === "") return true;
  const [low = 0, high = low] = text.split("-").map(Number);
  return low >= 1 && high <= 65535 && low <= high;
}
