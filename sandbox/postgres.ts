/** PostgreSQL 18 from npm, driven directly: started, joined when it already runs, stopped by its last user. */
import { spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { localeFlags, postgresBinaries, reachable, runAs, type User } from "./postgres-binaries.ts";
import { openDatabase, PASSWORD } from "./postgres-databases.ts";

const MAX_CONNECTIONS = 200;

export type Options = {
  /** Where the data lies. */
  dir: string;
  /** The port to prefer; the next free one if it is taken, any free one if it is absent. */
  port?: number | undefined;
  /** The database to make if it is missing. */
  database?: string | undefined;
  /** False for throw-away databases: nothing waits for the disk. */
  durable?: boolean | undefined;
  /** Whether the server's own log goes to stderr. */
  log?: boolean | undefined;
};

export type Postgres = {
  url: string;
  port: number;
  /** Whether the server was already running. */
  reused: boolean;
  /** Where the data really lies: elsewhere than asked when PostgreSQL's user could not reach that. */
  dir: string;
  /** Stops the server, unless another living process uses it too: then the last one stops it. */
  stop: () => Promise<void>;
  /** Resolves with the server's last words if it ends without having been stopped. */
  died: Promise<string>;
};

type Server = { pid: number; port: number; dir: string; words: () => string };

/** A free port on 127.0.0.1: the wanted one if nothing listens there, else any. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", (error) => (wanted ? freePort().then(resolve, reject) : reject(error)));
    server.listen(wanted, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Whether a process lives; a zombie still answers signal 0 but does not. */
export function alive(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    return !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

/** Starts PostgreSQL for a data folder, or joins the server that already runs for it. */
export async function startPostgres(options: Options): Promise<Postgres> {
  const { database = "lode", durable = true, log = false } = options;
  const user = runAs();
  const { initdb, postgres } = postgresBinaries(user);
  const dir = dataFolder(options.dir, user);
  const running = findServer(dir);
  if (running) {
    const url = await openDatabase(running.port, database, () => alive(running.pid)).catch((error: Error) => {
      if (alive(running.pid)) throw new Error(`PostgreSQL holds ${dir} but does not answer: ${error.message}`);
    });
    if (url) return lease(running, url, true);
  }
  if (!fs.existsSync(path.join(dir, "PG_VERSION"))) initialise(initdb, dir, user, durable);
  fs.rmSync(usersFolder(dir), { recursive: true, force: true });
  const server = launch(postgres, { dir, user, durable, log, port: await freePort(options.port) });
  const url = await openDatabase(server.port, database, () => alive(server.pid)).catch((error: Error) => {
    if (alive(server.pid)) process.kill(server.pid, "SIGINT");
    throw new Error(`PostgreSQL did not start:\n${server.words() || error.message}`);
  });
  return lease(server, url, false);
}

function dataFolder(asked: string, user: User | null): string {
  const dir = path.resolve(asked);
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  if (!user || reachable(path.dirname(dir))) return dir;
  const place = `${dir}.place`; // notes where its data lies, so that a new clone in this path begins anew
  if (!fs.existsSync(place)) fs.writeFileSync(place, `/var/tmp/lode-pg-${crypto.randomUUID()}`);
  return fs.readFileSync(place, "utf8");
}

/** The server that already runs for this folder, if one does. */
function findServer(dir: string): Server | null {
  const pidFile = path.join(dir, "postmaster.pid");
  if (!fs.existsSync(pidFile)) return null;
  const lines = fs.readFileSync(pidFile, "utf8").split("\n");
  const pid = Number(lines[0]);
  const name = `/proc/${pid}/comm`;
  const recycled = fs.existsSync(name) && fs.readFileSync(name, "utf8").trim() !== "postgres";
  if (alive(pid) && !recycled) return { pid, port: Number(lines[3]), dir, words: () => "" };
  fs.rmSync(pidFile, { force: true });
  return null;
}

const asUser = (user: User | null) => ({
  ...user,
  cwd: path.parse(process.cwd()).root, // a folder that this user can enter
  env: { PATH: process.env.PATH, TZ: "UTC" } as unknown as NodeJS.ProcessEnv, // Next wants NODE_ENV in the type
});

function initialise(initdb: string, dir: string, user: User | null, durable: boolean): void {
  fs.rmSync(dir, { recursive: true, force: true }); // what an initdb that was cut short left behind
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(os.tmpdir(), `lode-pg-${crypto.randomUUID()}`);
  fs.writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
  if (user) for (const file of [dir, passwordFile]) fs.chownSync(file, user.uid, user.gid);
  const flags = ["-D", dir, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, ...localeFlags()];
  const made = spawnSync(initdb, durable ? flags : [...flags, "--no-sync"], { ...asUser(user), encoding: "utf8" });
  fs.rmSync(passwordFile, { force: true });
  if (made.status === 0) return;
  fs.rmSync(dir, { recursive: true, force: true });
  throw new Error(`PostgreSQL could not make its data folder:\n${made.error?.message ?? made.stdout + made.stderr}`);
}

type Launch = { dir: string; user: User | null; port: number; durable: boolean; log: boolean };

function launch(postgres: string, { dir, user, port, durable, log }: Launch): Server {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: MAX_CONNECTIONS,
    shared_buffers: "256MB",
    wal_level: "minimal", // nothing replicates from here, and copies of a template database are quicker
    max_wal_senders: 0,
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const child = spawn(postgres, ["-D", dir, "-p", String(port), ...flags], {
    ...asUser(user),
    stdio: ["ignore", "ignore", "pipe"],
    detached: process.platform !== "win32", // its own process group: Ctrl-C reaches the application first
  });
  let words = "";
  child.once("error", (error) => {
    words += error.message;
  });
  child.stderr.on("data", (data: Buffer) => {
    words = (words + data).slice(-4000);
    if (log) process.stderr.write(data);
  });
  child.unref();
  (child.stderr as net.Socket).unref();
  return { pid: child.pid ?? 0, port, dir, words: () => words };
}

const usersFolder = (dir: string) => path.join(dir, "users");

/** Enters this process among the server's users; the last living user to stop it ends it. */
function lease({ pid, port, dir, words }: Server, url: string, reused: boolean): Postgres {
  const own = path.join(usersFolder(dir), `${process.pid}.${crypto.randomUUID()}`);
  fs.mkdirSync(usersFolder(dir), { recursive: true });
  fs.writeFileSync(own, "");
  let watch: NodeJS.Timeout | undefined;
  const died = new Promise<string>((resolve) => {
    watch = setInterval(() => alive(pid) || resolve(words()), 500).unref();
  });
  const stop = async () => {
    clearInterval(watch);
    fs.rmSync(own, { force: true });
    const users = fs.existsSync(usersFolder(dir)) ? fs.readdirSync(usersFolder(dir)) : [];
    if (users.some((file) => alive(Number.parseInt(file, 10)))) return;
    if (alive(pid)) process.kill(pid, "SIGINT"); // a fast shutdown
    while (alive(pid)) await sleep(20);
  };
  return { url, port, reused, dir, stop, died };
}
