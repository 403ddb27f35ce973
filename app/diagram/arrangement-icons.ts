import type { IconName } from "~/components/icon";
import type { Arrangement } from "./arrange";

export const ARRANGEMENT_ICONS: Readonly<Record<Arrangement, IconName>> = {
  left: "align-left",
  centre: "align-centre",
  right: "align-right",
  top: "align-top",
  middle: "align-middle",
  bottom: "align-bottom",
  distributeAcross: "distribute-across",
  distributeDown: "distribute-down",
  sameWidth: "same-width",
  sameHeight: "same-height",
};
