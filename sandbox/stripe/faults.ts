import { invalid } from "./refusal.ts";

const ACTION =
  /^(drop_before|drop_after_commit|500_after_commit|500_before|slow\((\d{1,6})\)|truncate_body|webhook_before_response|429|lock_timeout)$/;

/** A misbehaviour ordered in advance: what happens to the nth request that matches, and how often. */
export interface Fault {
  match: { method?: string; path?: string; nth?: number };
  action: string;
  /** How many requests it strikes, one after the other; once when nothing is said. */
  times?: number;
}

/** How one request is to be mistreated. */
export type Mistreatment = Exclude<string, ""> | undefined;

/** The misbehaviour that is still to come. */
export type Faults = ReturnType<typeof openFaults>;

/** An empty list of ordered misbehaviour. */
export function openFaults() {
  let waiting: { fault: Fault; path: RegExp; seen: number }[] = [];
  return {
    order(fault: Fault): void {
      if (!ACTION.test(fault.action)) throw invalid(`Unknown fault: ${fault.action}`);
      waiting.push({ fault, path: new RegExp(fault.match.path ?? ""), seen: 0 });
    },
    clear(): void {
      waiting = [];
    },
    waiting(): Fault[] {
      return waiting.map((entry) => entry.fault);
    },
    /** What happens to this request; a fault that has struck often enough is used up. */
    strike(method: string, path: string): Mistreatment {
      for (const entry of waiting) {
        const { match, action } = entry.fault;
        if ((match.method ?? method) !== method || !entry.path.test(path)) continue;
        entry.seen += 1;
        const first = match.nth ?? 1;
        if (entry.seen < first) continue;
        if (entry.seen >= first + (entry.fault.times ?? 1) - 1) waiting = waiting.filter((other) => other !== entry);
        return action;
      }
      return undefined;
    },
  };
}

/** How long a `slow(ms)` fault holds a request up. */
export function slowMs(action: Mistreatment): number {
  return Number(/^slow\((\d+)\)$/.exec(action ?? "")?.[1] ?? 0);
}
