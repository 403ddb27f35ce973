// The portal as it runs in production, on a clock that is so many days ahead.
import process from "node:process";

const DAY_MS = 24 * 60 * 60 * 1000;
const days = Number(process.env.DAYS_AHEAD ?? 0);

const build = await import(new URL("../../build/server/index.js", import.meta.url));
await build.entry.module.startServer({ build, clock: () => new Date(Date.now() + days * DAY_MS) });
