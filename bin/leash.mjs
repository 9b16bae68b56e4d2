/** Loaded first into every process of the world: ends it when its starter is gone, however the starter died. */
const GRACE_MS = 10_000;

process.once("disconnect", () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, "SIGTERM");
});
process.channel?.unref();
