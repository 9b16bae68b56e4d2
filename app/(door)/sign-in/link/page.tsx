import type { Metadata } from "next";
import { pageWords } from "#app/_words/request.ts";
import { isOwnPath } from "#server/members/session.ts";
import { LinkForm } from "./link-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("door"))("title") };
}

export default async function LinkPage(props: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await props.searchParams;
  return <LinkForm next={typeof next === "string" && isOwnPath(next) ? next : undefined} />;
}
