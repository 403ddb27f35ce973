import { spawn } from "node:child_process";
import { constants } from "node:os";

const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** A terminal and npm both pass a Ctrl-C on, so the same wish arrives several times within milliseconds. */
const SAME_WISH_MS = 1_500;

let stopSignal;
let stoppedAt = 0;

/** The exit code a shell would give this process for the signal it was asked to stop with, else undefined. */
export function interruptedCode() {
  return stopSignal && 128 + constants.signals[stopSignal];
}

/**
 * Passes the first wish to stop on as `stopWith` and keeps this process alive until the child has ended; a second, later
 * wish ends the child at once.
 */
function passOnSignals(child, { onStop, stopWith }) {
  const passOn = (signal) => {
    const now = performance.now();
    if (stopSignal && now - stoppedAt < SAME_WISH_MS) return;
    // Windows would end the child hard; there the console tells the child of Ctrl-C by itself.
    if (stopSignal) child.kill("SIGKILL");
    else if (process.platform !== "win32" || signal !== "SIGINT") child.kill(stopWith);
    if (!stopSignal) onStop?.();
    stopSignal ??= signal;
    stoppedAt = now;
  };
  for (const signal of STOP_SIGNALS) process.on(signal, passOn);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, passOn);
  };
}

/**
 * Runs a command to its end; resolves to its exit code (127 when it could not be started). It is asked to stop by
 * SIGTERM, because a terminal has already given it a SIGINT of its own; `onStop` is called then.
 */
export function runChild(command, args, options, { onStop, stopWith = "SIGTERM" } = {}) {
  const child = spawn(command, args, options);
  const stopPassingOn = passOnSignals(child, { onStop, stopWith });
  return new Promise((resolve) => {
    child.once("error", (error) => {
      stopPassingOn();
      resolve({ code: 127, error });
    });
    child.once("close", (code, signal) => {
      stopPassingOn();
      resolve({ code: code ?? 128 + constants.signals[signal] });
    });
  });
}

/**
 * Like `runChild`, for a test runner: it stops its own children (a server, a browser) on exactly one SIGINT, and leaves
 * them behind on a second one or on SIGTERM. So it gets a process group that no terminal and no supervisor signals.
 */
export function runTestRunner(command, args, options) {
  const isDetached = process.platform !== "win32";
  return runChild(command, args, { ...options, detached: isDetached }, { stopWith: "SIGINT" });
}
