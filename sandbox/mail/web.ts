/** The inbox over HTTP: pages for people, JSON for tests. */
import { randomBytes } from "node:crypto";
import http from "node:http";
import type { Inbox } from "./inbox.ts";
import { listPage, mailPage } from "./pages.ts";

const WAIT_MS = 10_000;

type Answer = { status: number; type?: string; body?: string; headers?: Record<string, string> };

const json = (body: unknown): Answer => ({ status: 200, type: "application/json", body: JSON.stringify(body) });
const nothing: Answer = { status: 204 };
const unknown: Answer = { status: 404, type: "text/plain", body: "There is nothing here.\n" };

function html(body: (nonce: string) => string): Answer {
  const nonce = randomBytes(16).toString("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; script-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'`;
  return { status: 200, type: "text/html", body: body(nonce), headers: { "content-security-policy": policy } };
}

export function webServer(inbox: Inbox): http.Server {
  return http.createServer(async (request, response) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    try {
      const { status, type, body, headers } = await answer(inbox, request, gone.signal);
      response.writeHead(status, {
        "cache-control": "no-store",
        ...headers,
        ...(type && { "content-type": `${type}; charset=utf-8` }),
      });
      response.end(body);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end("The inbox failed; its log says why.\n");
    }
  });
}

async function answer(inbox: Inbox, request: http.IncomingMessage, gone: AbortSignal): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://inbox");
  const to = searchParams.get("to") ?? "";
  const [, folder, id] = /^\/(messages|mail)\/(\d+)$/.exec(pathname) ?? [];
  const found = id ? inbox.find(Number(id)) : null;
  switch (`${request.method} ${folder ? `/${folder}/:id` : pathname}`) {
    case "GET /":
      return html((nonce) => listPage(inbox.list(to), to, nonce));
    case "GET /mail/:id":
      return found ? html(() => mailPage(found)) : unknown;
    case "GET /messages":
      return json(inbox.list(to));
    case "GET /messages/:id":
      return found ? json(found) : unknown;
    case "GET /next": {
      const limit = AbortSignal.any([gone, AbortSignal.timeout(WAIT_MS)]);
      const next = await inbox.next(to, Number(searchParams.get("after")), limit);
      return next ? json(next) : nothing;
    }
    case "DELETE /messages":
      inbox.empty();
      return nothing;
    default:
      return unknown;
  }
}
