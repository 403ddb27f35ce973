import { loadCatalogue } from "~/catalogue/index.server";

/** Every standard with its size and how much of it is to be verified. The catalogue is public. */
export function presentCatalogue() {
  const { standards, version } = loadCatalogue();
  return {
    version,
    standards: standards.map(({ id, designation, edition, subject, rows }) => ({
      id,
      designation,
      edition,
      subject,
      rowCount: rows.length,
      toVerify: rows.filter(({ confidence }) => confidence !== "cross-checked").length,
    })),
  };
}
