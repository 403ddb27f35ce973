// Loaded into each process of the portal: at SIGUSR2 it collects what nobody needs and writes what is in use, in bytes.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const v8 = require("node:v8");
const vm = require("node:vm");

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc");

process.on("SIGUSR2", () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  writeFileSync(join(process.env.BENCH_MEMORY ?? "", String(process.pid)), String(heapUsed + external));
});
