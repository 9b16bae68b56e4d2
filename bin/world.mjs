/** The one place that knows how Lode's processes are wired: database, sandbox Stripe, sandbox mail, worker, web. */
import fs from "node:fs";
import path from "node:path";
import { freePort, startPostgres } from "../sandbox/postgres.ts";
import { dropDatabase, openDatabase } from "../sandbox/postgres-databases.ts";
import { generate, must, program, say } from "./lib.mjs";
import { launch } from "./processes.mjs";

const PORTS = { web: 3000, postgres: 54329, stripe: 12111, mail: 8025, smtp: 1025 };
const STATE = ["stripe.db", "stripe.db-wal", "stripe.db-shm", "mail.db", "mail.db-wal", "mail.db-shm", "files"];
const WEBHOOK_SECRETS = {
  platform: "STRIPE_WEBHOOK_SECRET",
  connect: "STRIPE_CONNECT_WEBHOOK_SECRET",
  v2: "STRIPE_V2_WEBHOOK_SECRET",
};

/**
 * Starts everything in its order, answers where it is and how to stop it. Options:
 * dir (state of the sandboxes and files) · postgresDir, database, durable · secrets (all of them) · own (what the person
 * set: a DATABASE_URL, STRIPE_SECRET_KEY or SMTP_URL replaces the sandbox's part) · seed, reset · dev, distDir ·
 * play (a script and its arguments, run in place of Lode's own processes) · port (must be free) · usualPorts (prefer the ones people remember) · print · signal (aborts) · onPid (told each process).
 */
export async function startWorld(options) {
  const { promise: died, resolve: report } = Promise.withResolvers();
  const started = []; // stopped in reverse: web, worker, mail, Stripe, database
  const stop = async () => {
    while (started.length) await started.pop().stop();
  };
  const keep = (part) => {
    started.push(part);
    part.died.then(report);
    return part;
  };
  try {
    const all = { database: "lode", durable: true, seed: true, own: {}, ...options, keep };
    return { ...(await begin(all)), died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function begin(options) {
  const port = await webPort(options);
  const url = `http://localhost:${port}`;
  const { env, stripeUrl, mailUrl } = await beginOutside(options, url);
  const { dev, keep, signal } = options;
  if (options.play) {
    await must(options.play[0], options.play.slice(1), { env: hasty(env), signal });
    return { url };
  }
  if (options.seed) say("seeding, if it is empty");
  if (options.seed) await must("prisma/seed.ts", [], { env: hasty(env), quiet: !options.print, signal });
  const worker = await startWorker(options, env);
  const web = [program("next"), dev ? "dev" : "start", "-H", "localhost", "-p", String(port)];
  keep(await start(options, "web", web, `${url}/api/health`, env));
  if (stripeUrl) await wireWebhooks(stripeUrl, url, env);
  return { url, stripeUrl, mailUrl, databaseUrl: env.DATABASE_URL, ...worker };
}

/** For what can be played again: its commits do not wait for the disk. */
function hasty(env) {
  const url = new URL(env.DATABASE_URL);
  url.searchParams.set("options", "-c synchronous_commit=off");
  return { ...env, DATABASE_URL: url.href };
}

/** What lies outside Lode's own processes: a migrated database, Stripe and mail, and the environment that names them. */
async function beginOutside(options, url) {
  const { dir, secrets, own, dev, signal } = options;
  fs.mkdirSync(dir, { recursive: true });
  await generate(signal);
  if (options.reset) say("emptying the database and the sandbox");
  if (options.reset) for (const name of STATE) fs.rmSync(path.join(dir, name), { recursive: true, force: true });
  const databaseUrl = own.DATABASE_URL ?? (await startDatabase(options));
  const stripeUrl = own.STRIPE_SECRET_KEY ? null : await startStripe(options);
  const mail = own.SMTP_URL ? { mailUrl: null, smtpUrl: own.SMTP_URL } : await startMail(options);
  const env = {
    ...secrets,
    ...own,
    NODE_ENV: dev ? "development" : "production",
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: own.PUBLIC_URL ?? url,
    NEXTAUTH_URL: own.PUBLIC_URL ?? url,
    FILES_DIR: own.FILES_DIR ?? path.join(dir, "files"),
    SMTP_URL: mail.smtpUrl,
    ...(stripeUrl && { STRIPE_API_BASE: stripeUrl, SANDBOX: "1" }),
    ...(options.distDir && { NEXT_DIST_DIR: options.distDir }),
  };
  say("bringing the database up to date");
  await must("prisma", ["migrate", "deploy"], { env, quiet: true, signal });
  return { env, stripeUrl, mailUrl: mail.mailUrl };
}

const start = ({ print, signal, onPid }, name, args, ready, env) =>
  launch(name, args, { env, ready, print, signal, onPid });

async function webPort({ port, usualPorts }) {
  const free = await freePort(port ?? (usualPorts ? PORTS.web : 0));
  if (port && free !== port) throw new Error(`Port ${port} is taken: end what uses it, or choose another PORT.`);
  return free;
}

const helperPort = ({ usualPorts }, name) => freePort(usualPorts ? PORTS[name] : 0);

async function startDatabase({ postgresDir, database, durable, reset, usualPorts, keep }) {
  const port = usualPorts ? PORTS.postgres : 0;
  const postgres = await startPostgres({ dir: postgresDir, port, database, durable });
  const stop = async () => {
    await postgres.stop();
    if (!durable) fs.rmSync(postgres.dir, { recursive: true, force: true });
  };
  keep({ died: postgres.died.then((words) => `PostgreSQL ended.\n${words}`), stop });
  if (!reset) return postgres.url;
  await dropDatabase(postgres.url);
  return openDatabase(postgres.port, database, () => true);
}

async function startStripe(options) {
  const port = await helperPort(options, "stripe");
  const args = ["sandbox/stripe/main.ts", "--port", String(port), "--file", path.join(options.dir, "stripe.db")];
  options.keep(await start(options, "stripe", args, "sandbox Stripe ready on"));
  return `http://127.0.0.1:${port}`;
}

async function startMail(options) {
  const port = await helperPort(options, "mail");
  const smtp = await helperPort(options, "smtp");
  const file = path.join(options.dir, "mail.db");
  const args = ["sandbox/mail/main.ts", "--port", String(port), "--smtp-port", String(smtp), "--file", file];
  options.keep(await start(options, "mail", args, "sandbox mail ready on"));
  return { mailUrl: `http://127.0.0.1:${port}`, smtpUrl: `smtp://127.0.0.1:${smtp}` };
}

/** The worker can be killed and started again: that is how tests see that no job is lost. */
async function startWorker(options, env) {
  const args = [...(options.dev ? ["--watch"] : []), "server/worker.ts"];
  const newWorker = () => start(options, "worker", args, "worker ready", env);
  let worker = await newWorker();
  options.keep({ died: worker.died, stop: () => worker.stop() });
  return {
    killWorker: () => worker.kill(),
    restartWorker: async () => {
      await worker.stop();
      worker = await newWorker();
    },
  };
}

/** Tells the sandbox where Lode listens; with the real Stripe a person does that in its dashboard. */
async function wireWebhooks(stripeUrl, url, env) {
  for (const [kind, secret] of Object.entries(WEBHOOK_SECRETS)) {
    const answer = await fetch(`${stripeUrl}/_emu/endpoints`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind, url: `${url}/api/stripe/${kind}`, secret: env[secret] }),
    });
    if (!answer.ok) throw new Error(`The sandbox Stripe refused the ${kind} endpoint: ${await answer.text()}`);
  }
}
