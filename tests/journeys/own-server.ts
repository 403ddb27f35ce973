import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A portal of its own that may be killed: nobody else's journey may notice. */
export function ownServer(
  port: number,
  settings: Readonly<Record<string, string>> = {},
  main = "app/server/main.mjs",
) {
  const folder = mkdtempSync(join(tmpdir(), "cordon-journey-"));
  let running: ChildProcess | undefined;

  return {
    /** Settles when it says where it is: all its processes answer then. Starts on what an earlier one left on disk. */
    async start(more: Readonly<Record<string, string>> = {}): Promise<void> {
      const env = {
        ...process.env,
        NODE_ENV: "production" as const,
        PORT: String(port),
        DATA_DIR: folder,
        DEMO: "yes",
        ...settings,
        ...more,
      };
      const started = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "ignore"] });
      running = started;
      await new Promise<void>((resolve, reject) => {
        let said = "";
        started.stdout.setEncoding("utf8").on("data", (text: string) => {
          said = `${said}${text}`.slice(-2_000);
          if (said.includes("Cordon is at ")) resolve();
        });
        started.once("exit", () => reject(new Error(`the server does not start: ${said}`)));
        setTimeout(
          () => reject(new Error(`the server is not up after two minutes: ${said}`)),
          120_000,
        ).unref();
      });
    },
    pid(): number {
      return running?.pid ?? 0;
    },
    /** As an administrator would. Settles with the exit code. */
    async stop(): Promise<number | null> {
      const stopping = running;
      running = undefined;
      if (!stopping || stopping.exitCode !== null) return stopping?.exitCode ?? null;
      const gone = once(stopping, "exit");
      stopping.kill("SIGTERM");
      await gone;
      return stopping.exitCode;
    },
    /** As a power cut: no signal that could be handled. Settles when it is gone. */
    async kill(): Promise<void> {
      const dying = running;
      running = undefined;
      if (!dying || dying.exitCode !== null) return;
      const gone = new Promise((resolve) => dying.once("exit", resolve));
      dying.kill("SIGKILL");
      await gone;
    },
    async remove(): Promise<void> {
      await this.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
