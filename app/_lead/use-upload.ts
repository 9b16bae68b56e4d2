"use client";
import { useState } from "react";
import { useRefusal } from "#app/_words/use-refusal.ts";
import type { EvidenceId } from "#server/deals/evidence.ts";
import type { LeadId } from "#server/leads/lead.ts";

type Answer = { evidenceId?: EvidenceId; refusal?: { code: string; facts?: Record<string, string | number> } };

/** Sends a document that shows a win of a lead; a "no" stays in `refusal` as a sentence. */
export function useUpload(leadId: LeadId) {
  const say = useRefusal();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  // A retried report names the document that is there already.
  const [kept, setKept] = useState<{ file: File; id: EvidenceId } | null>(null);

  async function send(file: File): Promise<EvidenceId | null> {
    if (kept?.file === file) return kept.id;
    setPending(true);
    setRefusal(null);
    const answer = await post(leadId, file);
    setPending(false);
    if (answer.evidenceId) setKept({ file, id: answer.evidenceId });
    else setRefusal(say(answer.refusal ?? { code: "something_went_wrong" }));
    return answer.evidenceId ?? null;
  }
  return { send, pending, refusal };
}

async function post(leadId: LeadId, file: File): Promise<Answer> {
  const search = new URLSearchParams({ leadId, fileName: file.name });
  try {
    const response = await fetch(`/api/v1/evidence?${search}`, { method: "POST", body: file });
    return (await response.json()) as Answer;
  } catch {
    return { refusal: { code: "no_connection" } };
  }
}
