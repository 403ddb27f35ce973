// Written to stderr only: `cordon` and `bench --json` promise a clean stdout.
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 120;
const LINE_MS = 15_000;

const isTerminal = process.stderr.isTTY === true;
/** Steps may run side by side; they share one line of the terminal. */
const running = new Map();
let timer;
let frame = 0;

export function secondsSince(start) {
  return `${Math.round((performance.now() - start) / 1000)} s`;
}

function clearLine() {
  if (isTerminal) process.stderr.write("\r\x1b[K");
}

function describeRunning() {
  return [...running].map(([title, start]) => `${title} ${secondsSince(start)}`).join(" · ");
}

function tick() {
  if (!isTerminal) return void process.stderr.write(`… ${describeRunning()}\n`);
  frame = (frame + 1) % FRAMES.length;
  const line = `${FRAMES[frame]} ${describeRunning()}`;
  process.stderr.write(`\r${line.slice(0, (process.stderr.columns ?? 80) - 1)}\x1b[K`);
}

function startTimer() {
  timer ??= setInterval(tick, isTerminal ? FRAME_MS : LINE_MS);
}

function stopTimer() {
  if (running.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

/** A line for people that does not tear the moving one. */
export function say(line) {
  clearLine();
  process.stderr.write(`${line}\n`);
}

/** Shows `title` with its elapsed time until the returned function is called with the outcome. */
export function startProgress(title) {
  const start = performance.now();
  running.set(title, start);
  if (!isTerminal) say(`… ${title}`);
  startTimer();
  return (isDone) => {
    running.delete(title);
    stopTimer();
    say(`${isDone ? "✓" : "✗"} ${title} (${secondsSince(start)})`);
  };
}
