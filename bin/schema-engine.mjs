#!/usr/bin/env node
/** Stands in for Prisma's native schema engine: the WebAssembly build of the same engine, so that `prisma migrate` needs no download. */
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

const CHAR_OID = 18; // PostgreSQL's catalog type "char"
const TEXT_OID = 25;
const CHARACTER_COLUMN = 6; // the engine's ColumnType.Character
const CHAR_COLUMNS = Symbol("columns of the type char");

const args = process.argv.slice(2);
const flag = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const url = JSON.parse(flag("--datasource") ?? "{}").url;

async function ask(address, work) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const sibling = (name) => {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
};
const create = (name) => ask(sibling("postgres"), (client) => client.query(`create database "${name}"`));
const drop = (name) =>
  ask(sibling("postgres"), (client) => client.query(`drop database if exists "${name}" with (force)`));

/** The engine's command line: whether a database answers, making and dropping one. */
async function command(name) {
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    if (name === "can-connect-to-database") await ask(url, () => {});
    if (name === "create-database") await create(database);
    if (name === "drop-database") await drop(database);
  } catch (error) {
    const fields = { error_code: error.code === "3D000" ? "P1003" : "P1001", message: error.message, meta: {} };
    console.error(JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields }));
    process.exit(1);
  }
}

/** Teaches Prisma's adapter for PostgreSQL the two things that the schema engine needs of it. */
function complete(adapter) {
  const queryable = Object.getPrototypeOf(Object.getPrototypeOf(adapter)); // shared with transactions
  if (!queryable[CHAR_COLUMNS]) {
    queryable[CHAR_COLUMNS] = true;
    const { performIO, queryRaw } = queryable;
    queryable.performIO = async function (query) {
      const result = await performIO.call(this, query);
      const columns = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === CHAR_OID ? [i] : []));
      for (const i of columns) result.fields[i].dataTypeID = TEXT_OID; // the adapter refuses the type itself
      if (columns.length) result.rows[CHAR_COLUMNS] = columns;
      return result;
    };
    queryable.queryRaw = async function (query) {
      const result = await queryRaw.call(this, query);
      for (const i of result.rows[CHAR_COLUMNS] ?? []) result.columnTypes[i] = CHARACTER_COLUMN;
      return result;
    };
  }
  adapter.executeScript = async function (script) {
    try {
      await this.client.query(script); // whole: split at every semicolon, a function's body would be torn apart
    } catch (error) {
      this.onError(error);
    }
  };
  return adapter;
}

const connect = async (address) =>
  complete(
    await new PrismaPg(new pg.Pool({ connectionString: address, max: 4 }), { disposeExternalPool: true }).connect(),
  );

async function connectToShadowDb() {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await create(name);
  const adapter = await connect(sibling(name));
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await drop(name);
  };
  return adapter;
}

let panic; // what the engine said when it broke; without the registry it would end this process in silence

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic = message;
    },
  };
  const folder = path.dirname(fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm")));
  const glue = await import(path.join(folder, "schema_engine_bg.js"));
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(path.join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const factory = new PrismaPg({ connectionString: url });
  factory.connect = () => connect(url);
  factory.connectToShadowDb = connectToShadowDb;
  const datamodels = args.flatMap((arg, i) =>
    arg === "--datamodels" ? [[args[i + 1], fs.readFileSync(args[i + 1], "utf8")]] : [],
  );
  const models = datamodels.length ? { datamodels } : {};
  return glue.SchemaEngine.new(models, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

/** Answers Prisma's JSON-RPC, one request a line. */
async function serve() {
  let engine;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const { id, method, params } = JSON.parse(line);
    if (method === undefined) continue;
    try {
      engine ??= await loadEngine();
      if (typeof engine[method] !== "function") throw new Error(`This schema engine has no ${method}.`);
      // evaluateDataLoss finds no shadow database by itself: it lives on what a diagnosis leaves in the engine's cache
      if (method === "evaluateDataLoss") await engine.devDiagnostic(params);
      const result = await engine[method](params);
      if (method === "diff" && result?.stdout) {
        send({ id: 900000, method: "print", params: { content: result.stdout } });
      }
      send({ id, result: result ?? null });
    } catch (error) {
      const message = panic ?? error.message;
      const data = { is_panic: panic !== undefined, message, meta: error.meta ?? {}, error_code: error.code };
      send({ id, error: { code: 4466, message, data } });
    }
  }
}

if (args.includes("--version")) console.log("schema-engine-wasm");
else await (args.includes("cli") ? command(flag("cli")) : serve());
process.exit(0);
