import { availableParallelism } from "node:os";
import path from "node:path";
import { z } from "zod";

const flag = z.stringbool({ truthy: ["yes", "true", "1", "on"], falsy: ["no", "false", "0", "off"] });

const EnvironmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("localhost"),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z.string().optional(),
  /** Private Ed25519 key in PEM (PKCS #8) to seal declarations with. Default: one that is made in DATA_DIR. */
  SIGNING_KEY_FILE: z.string().optional(),
  /** Where readers of a letter find the portal; nothing may be left out that a browser needs. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Mail server: `smtp://` (STARTTLS where offered) or `smtps://`, with name and password where needed. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of letters: an address, or a name with an address in angle brackets. */
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, "must be an address")
    .optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** How many processes answer requests. Default: one for each core, two at most. */
  PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  /** Express's `trust proxy`: addresses or a number of hops; never `true`. */
  TRUST_PROXY: z.string().default("loopback"),
  /** Fill in the demo hospital on first run. Default: yes, where only this machine can reach the portal. */
  DEMO: flag.optional(),
  /** Needed to show the demo, whose passwords are printed, on an address that others can reach. */
  ALLOW_PUBLIC_DEMO: flag.default(false),
  NODE_ENV: z.string().default("production"),
});

export type Config = {
  port: number;
  host: string;
  databaseUrl: string;
  /** Folder of uploaded files. */
  filesFolder: string;
  /** Where the key for seals is made, and the one that is kept elsewhere. */
  signingKey: { folder: string; keyFile: string | null };
  /** What links in letters begin with, without a slash at the end; null = the address it listens on. */
  publicUrl: string | null;
  /** null where no mail is sent. */
  smtp: { url: string; from: string } | null;
  logLevel: string;
  /** How many processes answer; 1 where the one that starts answers by itself. */
  processes: number;
  trustProxy: string;
  demo: boolean;
  isDevelopment: boolean;
};

/** Reads the environment once, at start. Throws with the variable's name where a value cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = EnvironmentSchema.safeParse(environment);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues
        .map((issue) => `environment variable ${issue.path.join(".")}: ${issue.message}`)
        .join("\n"),
    );
  const { data } = parsed;
  const isLocal = isLoopback(data.HOST);
  const demo = data.DEMO ?? isLocal;
  if (demo && !isLocal && !data.ALLOW_PUBLIC_DEMO)
    throw new Error(
      `The demo has well-known passwords, and HOST=${data.HOST} can be reached by others. ` +
        "Set DEMO=no to start without it, or ALLOW_PUBLIC_DEMO=yes if that is what you want.",
    );
  const smtp = readSmtp(data);
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL || `file:${path.join(data.DATA_DIR, "cordon.sqlite")}`,
    filesFolder: path.join(data.DATA_DIR, "files"),
    signingKey: { folder: data.DATA_DIR, keyFile: data.SIGNING_KEY_FILE || null },
    publicUrl: data.PUBLIC_URL ? data.PUBLIC_URL.replace(/\/+$/, "") : null,
    smtp,
    logLevel: data.LOG_LEVEL,
    processes: readProcesses(data),
    trustProxy: data.TRUST_PROXY,
    demo,
    isDevelopment: data.NODE_ENV === "development",
  };
}

/** Each takes some 300 MB, so more than two are for whoever has measured that they help. */
const PROCESSES_BY_ITSELF = 2;

/** While developing, and with a database in memory, there is one: neither can be shared. */
function readProcesses({ PROCESSES, NODE_ENV, DATABASE_URL }: z.output<typeof EnvironmentSchema>): number {
  if (NODE_ENV === "development" || DATABASE_URL?.endsWith(":memory:")) return 1;
  return PROCESSES ?? Math.min(availableParallelism(), PROCESSES_BY_ITSELF);
}

/** A letter needs a sender, and links that lead somewhere for whoever reads it elsewhere. */
function readSmtp({
  SMTP_URL: url,
  MAIL_FROM: from,
  PUBLIC_URL: publicUrl,
}: z.output<typeof EnvironmentSchema>) {
  if (!url) return null;
  if (!from) throw new Error("environment variable MAIL_FROM: SMTP_URL needs a sender");
  if (!publicUrl)
    throw new Error(
      "environment variable PUBLIC_URL: SMTP_URL needs the address that links in letters begin with",
    );
  return { url, from };
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
