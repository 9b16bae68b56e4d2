import type { Store } from "./store.ts";

/** Which events an address is told: the platform's, those of connected accounts, or v2's thin ones. */
export type EndpointKind = "platform" | "connect" | "v2";

/** An address that listens, and the secret its messages are signed with. */
export interface Endpoint {
  id: string;
  url: string;
  secret: string;
  kind: EndpointKind;
  events: string[];
}

/** Every address that listens now. */
export function endpoints(store: Store): Endpoint[] {
  const rows = store.db
    .prepare(
      "select id, aside from object where kind in ('webhook_endpoint', 'v2.core.event_destination') and json_extract(body, '$.status') = 'enabled'",
    )
    .all();
  return rows.map((row) => {
    const aside = JSON.parse(String(row.aside)) as Omit<Endpoint, "id">;
    return { ...aside, id: String(row.id) };
  });
}

/** The ids of the addresses that asked for this type of event. */
export function endpointsFor(store: Store, kind: EndpointKind, type: string): string[] {
  return endpoints(store)
    .filter((endpoint) => endpoint.kind === kind && endpoint.events.some((name) => name === "*" || name === type))
    .map((endpoint) => endpoint.id);
}
