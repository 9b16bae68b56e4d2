"use client";
import { useState } from "react";
import { Button, LinkButton } from "#app/_ui/button.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import { enter, goIn, type Shut } from "#app/(door)/enter.ts";
import { Entry } from "#app/(door)/entry.tsx";
import { useSecret } from "#app/(door)/use-secret.ts";

/** Uses a mailed link up, on a press and never before. */
export function LinkForm(props: { next: string | undefined }) {
  const t = useWords("door");
  const say = useRefusal();
  const token = useSecret();
  const [shut, setShut] = useState<Shut>();
  const [entering, setEntering] = useState(false);

  const signIn = async () => {
    setEntering(true);
    const refused = await enter("link", { token: token ?? "" });
    setShut(refused);
    if (refused) setEntering(false);
    else goIn(props.next);
  };
  const wrong = shut ? say(shut) : token === null ? t("link.missing") : null;

  return (
    <Entry title={t("link.title")} says={t("link.says")}>
      <RefusalNote>{wrong}</RefusalNote>
      {wrong ? (
        <LinkButton href="/sign-in" kind="primary" size="large" className="justify-self-start">
          {t("link.again")}
        </LinkButton>
      ) : (
        <Button kind="primary" size="large" wide pending={entering} disabled={!token} onClick={signIn}>
          {t("link.action")}
        </Button>
      )}
    </Entry>
  );
}
