/** Long-running processes: started, waited for until ready, watched, stopped. */
import { spawn } from "node:child_process";
import readline from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { toolEnv } from "./lib.mjs";
import { at, root } from "./paths.mjs";

const READY_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 8_000;
const LAST_LINES_MS = 50; // what an ended process wrote may still be on its way
const LINES_KEPT = 40;
const windows = process.platform === "win32";

/**
 * Starts a process and waits until it is ready: until it prints the line `ready`, or answers well at `ready` if that is
 * an address. Each has its own process group, so that Ctrl-C reaches the starter alone and things stop in order.
 */
export async function launch(name, args, { ready, env, print = false, signal, onPid = () => {} }) {
  const child = spawn(process.execPath, ["--import", pathToFileURL(at("bin", "leash.mjs")).href, ...args], {
    cwd: root,
    env: toolEnv({ ...env, LODE_STARTER: String(process.pid) }),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: !windows,
  });
  const running = watch(name, child, print);
  onPid(child.pid);
  const over = new AbortController();
  try {
    const limit = AbortSignal.any([over.signal, AbortSignal.timeout(READY_LIMIT_MS), ...(signal ? [signal] : [])]);
    const begun = ready.startsWith("http") ? answers(ready, limit) : running.prints(ready, limit);
    const fate = await Promise.race([begun, running.died]);
    signal?.throwIfAborted();
    if (fate === false) throw new Error(`${name} is not ready after ${READY_LIMIT_MS / 1000} s.\n${running.said()}`);
    if (fate !== true) throw new Error(fate);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  } finally {
    over.abort();
  }
}

function watch(name, child, print) {
  const lines = [];
  const readers = [child.stdout, child.stderr].map((stream) => readline.createInterface({ input: stream }));
  for (const reader of readers) {
    reader.on("line", (line) => {
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
      if (print) console.log(`\u001b[2m${name}\u001b[0m ${line}`);
    });
  }
  const said = () => lines.join("\n");
  let asked = false;
  let gone = false;
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("exit", (code, signal) => resolve(`ended with ${signal ?? code}`));
  }).then(async (how) => {
    gone = true;
    await sleep(LAST_LINES_MS);
    return `${name} ${how}.\n${said()}`;
  });
  const end = (signal) => {
    asked = true;
    if (!gone && child.pid) kill(child.pid, signal);
  };
  return {
    said,
    /** Resolves with its last words if it ends without having been asked to. */
    died: new Promise((resolve) => ended.then((words) => asked || resolve(words))),
    prints: (text, limit) =>
      new Promise((resolve) => {
        limit.addEventListener("abort", () => resolve(false));
        for (const reader of readers) reader.on("line", (line) => line.startsWith(text) && resolve(true));
      }),
    kill: async () => {
      end("SIGKILL");
      await ended;
    },
    stop: async () => {
      end("SIGTERM");
      const late = setTimeout(() => end("SIGKILL"), STOP_LIMIT_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

/** A polite signal goes to the process, which tells its own children; a killing one goes to all of them. */
function kill(pid, signal) {
  try {
    process.kill(signal === "SIGKILL" && !windows ? -pid : pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function answers(url, limit) {
  while (!limit.aborted) {
    const answer = await fetch(url, { signal: limit }).catch(() => null);
    if (answer?.ok) return true;
    await sleep(100);
  }
  return false;
}
