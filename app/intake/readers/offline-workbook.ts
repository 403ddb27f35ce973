import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { accept, refuse } from "~/domain/shared/result";
import { isOfflineWorkbook, statedIn } from "~/formats/offline-workbook/read";
import { readWorkbook } from "~/formats/workbook/read-workbook";
import { refusalOf } from "../look";
import type { FileReader } from "../reader";
import { foundIn } from "./stated";

const KNOWN = { requirements: COMPONENT_REQUIREMENTS };

/** The workbook that the portal gave away, filled in: it comes back to the same state as filling in the pages. */
export const offlineWorkbookReader: FileReader = {
  kind: "offline-workbook",
  async recognises({ isWorkbook, bytes }) {
    if (!isWorkbook) return false;
    const sheets = await readWorkbook(bytes);
    return sheets.ok && isOfflineWorkbook(sheets.value);
  },
  async read({ bytes }, ground, tell) {
    const sheets = await readWorkbook(bytes);
    if (!sheets.ok) return refuse(refusalOf("damaged-workbook"));
    tell("comparing");
    return accept(foundIn(statedIn(sheets.value, KNOWN), ground));
  },
};
