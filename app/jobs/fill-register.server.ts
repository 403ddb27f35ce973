import { fillRegister } from "~/use-cases/decisions/fill-register.server";
import type { Job } from "./expire.server";

/** Takes approvals from before the register was kept into it; afterwards there is nothing to do. */
export const fillApprovals: Job = ({ database }) => fillRegister({ database });
