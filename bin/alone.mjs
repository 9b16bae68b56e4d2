/** One start at a time in this clone: refuses beside a living one, and ends what a killed one left running. */
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { alive } from "../sandbox/postgres.ts";
import { dataFolder, root } from "./paths.mjs";

const PATIENCE_MS = 12_000; // longer than what a process takes to end by itself
const file = path.join(dataFolder, "start.json");

/** A recycled process id is somebody else's; only Linux can tell. */
function ours(pid) {
  try {
    return (
      alive(pid) &&
      (!fs.existsSync(`/proc/${pid}/cwd`) || fs.realpathSync(`/proc/${pid}/cwd`) === fs.realpathSync(root))
    );
  } catch {
    return false;
  }
}

/** Enters this process as the one that runs here; answers how to note its children and how to leave. */
export async function alone() {
  const last = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : { starter: 0, children: [] };
  if (ours(last.starter)) throw new Error(`Lode already runs here (process ${last.starter}): end that one first.`);
  for (const pid of last.children) await endOrphan(pid);
  const children = [];
  const write = () => fs.writeFileSync(file, JSON.stringify({ starter: process.pid, children }));
  fs.mkdirSync(dataFolder, { recursive: true });
  write();
  return {
    add: (pid) => {
      children.push(pid);
      write();
    },
    leave: () => fs.rmSync(file, { force: true }),
  };
}

async function endOrphan(pid) {
  for (const until = Date.now() + PATIENCE_MS; ours(pid); await sleep(50)) {
    process.kill(pid, Date.now() < until ? "SIGTERM" : "SIGKILL");
  }
}
