/** Zod schemas of every file in this room, by topic. */
export * from "./schemas/catalogue-row";
export * from "./schemas/demonstration";
export * from "./schemas/mapping";
export * from "./schemas/regulations";
export * from "./schemas/requirements";
export * from "./schemas/standard";
export * from "./schemas/zones";
