export * from "./assessment";
export * from "./audit";
export * from "./declarations";
export * from "./identity";
export * from "./procurement";
export * from "./zone-models";
