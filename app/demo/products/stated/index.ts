import type { ProductFacts } from "~/domain/declaration/facts";
import { ANAESTHESIA_LEGACY, INFUSION_PUMP, PATIENT_MONITOR } from "./bedside";
import { ACCESS_BROKER, INTEGRATION_ENGINE, TELEMETRY_GATEWAY } from "./connections";
import { AI_TRIAGE, CT_SCANNER, PACS } from "./imaging";
import { BUILDING_CONTROLLER, GAS_ALARM_PANEL, LAB_ANALYSER } from "./laboratory-and-building";

/** What each supplier states besides what the catalogue's sample says already. By sample product. */
export const STATED: Readonly<Record<string, ProductFacts>> = {
  "p01-infusion-pump": INFUSION_PUMP,
  "p02-patient-monitor": PATIENT_MONITOR,
  "p03-ct-scanner": CT_SCANNER,
  "p04-pacs": PACS,
  "p05-lab-analyser": LAB_ANALYSER,
  "p06-building-controller": BUILDING_CONTROLLER,
  "p07-remote-access-gateway": ACCESS_BROKER,
  "p08-telemetry-gateway": TELEMETRY_GATEWAY,
  "p09-ai-triage": AI_TRIAGE,
  "p10-anaesthesia-legacy": ANAESTHESIA_LEGACY,
  "p11-integration-engine": INTEGRATION_ENGINE,
  "p12-gas-alarm-panel": GAS_ALARM_PANEL,
};
