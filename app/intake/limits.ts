/** Larger files are not opened. */
export const MAX_INTAKE_BYTES = 25 * 1024 * 1024;
