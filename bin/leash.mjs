/** Loaded first into every process of the world: ends it when its starter is gone, however the starter died. */
const GRACE_MS = 10_000;

// the children of such a process inherit this file, but are on its leash and not on the starter's
if (process.ppid === Number(process.env.LODE_STARTER)) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel?.unref();
}
