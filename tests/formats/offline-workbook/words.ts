import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_SHEET } from "~/catalogue/mds2-worksheet";
import type { WorkbookWords } from "~/formats/offline-workbook/write";

export const ROWS = { requirements: COMPONENT_REQUIREMENTS, mds2Questions: MDS2_SHEET };

/** Their own names as words: what a workbook says does not decide how it is read. */
export const PLAIN_WORDS: WorkbookWords = {
  readMe: ["Fill in the coloured cells."],
  sheet: (name) => name,
  head: (name) => name,
  product: (key) => key,
  fact: ({ key, fact }) => ({ topic: fact, label: key }),
  column: (_fact, column) => column,
  evidence: (column) => column,
};
