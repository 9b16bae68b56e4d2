import type { Metadata } from "next";
import { SettingsRoom } from "#app/_members/settings-room.tsx";
import { pageWords } from "#app/_words/request.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("members"))("settings") };
}

export default function MerchantSettingsPage() {
  return <SettingsRoom withMembers />;
}
