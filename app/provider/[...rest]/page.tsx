import { notFound } from "next/navigation";

/** An address in the workspace that no room has. */
export default function NoProviderRoom() {
  notFound();
}
