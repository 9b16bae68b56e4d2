import "#app/globals.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { WorkspaceDocument } from "#app/_trpc/workspace.tsx";

export const metadata: Metadata = { title: { template: "%s · Lode", default: "Lode" }, robots: { index: false } };

export default function ProviderLayout(props: { children: ReactNode }) {
  return <WorkspaceDocument workspace="provider">{props.children}</WorkspaceDocument>;
}
