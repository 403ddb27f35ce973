import { type Asked, type Said, sayRead } from "./reading";

// The page's types stand for the worker's here: both have what is used of them.
const say = (said: Said) => self.postMessage(said);

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => void sayRead(data, say));
self.addEventListener("messageerror", () => say({ failed: true }));
