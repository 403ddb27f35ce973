import { processIo } from "./io";
import { run } from "./run";
import { printable, t } from "./sentence";

/** Not one of the verdicts: what failed is Cordon, not the product (EX_SOFTWARE of sysexits.h). */
const EXIT_BUG = 70;

// `cordon check … | head` closes the pipe early; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = run(process.argv.slice(2), processIo);
} catch (error) {
  processIo.printError(
    printable(
      t("cli:error.bug", { text: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    ),
  );
  process.exitCode = EXIT_BUG;
}
