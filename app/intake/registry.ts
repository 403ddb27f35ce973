import type { FileReader } from "./reader";
import { attestationsReader } from "./readers/attestations";
import { cordonJsonReader } from "./readers/cordon-json";
import { mds2Reader } from "./readers/mds2";
import { offlineWorkbookReader } from "./readers/offline-workbook";
import { oscalReader } from "./readers/oscal";
import { providerMetadataReader } from "./readers/provider-metadata";
import { sbomReader } from "./readers/sbom";
import { securityTxtReader } from "./readers/security-txt";
import { statusReader } from "./readers/vulnerability-status";

/** Asked in this order, the most particular first; the first that recognises a file reads it. */
export const READERS: ReadonlyArray<FileReader> = [
  cordonJsonReader,
  oscalReader,
  attestationsReader,
  providerMetadataReader,
  statusReader,
  sbomReader,
  securityTxtReader,
  offlineWorkbookReader,
  mds2Reader,
];
