import type { Fields } from "./form.ts";
import { check, type Parsed, type Shape } from "./params.ts";
import type { World } from "./world.ts";

/** A call whose parameters were found good, ready to be done. */
export type Act = (world: World, id: string, sub: string) => object;

/** One line of Stripe's API: which call, which parameters, what it does. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly shape: Shape;
  readonly pattern: RegExp;
  prepare(given: Fields): Act;
}

type Line = `${"GET" | "POST" | "DELETE"} /${string}`;

/** Declares a call, such as `POST /v1/refunds/:id`; the ids in its path arrive after the parameters. */
export function route<const S extends Shape>(
  line: Line,
  shape: S,
  act: (world: World, params: Parsed<S>, id: string, sub: string) => object,
): Route {
  const [method = "", path = ""] = line.split(" ");
  return {
    method,
    path,
    shape,
    pattern: new RegExp(`^${path.replaceAll(/:\w+/g, "([^/]+)")}$`),
    prepare(given) {
      const params = check(shape, given);
      return (world, id, sub) => act(world, params, id, sub);
    },
  };
}

/** The line of the API that a request means, with the ids in its path. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; id: string; sub: string } | undefined {
  for (const route of routes) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match) return { route, id: decodeURIComponent(match[1] ?? ""), sub: decodeURIComponent(match[2] ?? "") };
  }
  return undefined;
}
