"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Segmented } from "#app/_ui/segmented.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { LOCALE_COOKIE } from "#app/_words/locale.ts";
import { useWords } from "#app/_words/use-words.ts";
import { ChangeName, Locale, MAX_PERSON_NAME } from "#server/members/user.ts";

const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "zh-CN", label: "中文" },
];

/** Me: my name, my address, my language. */
export function YouCard(props: { name: string; email: string; locale: Locale }) {
  const t = useWords("members");
  const tell = useToast();
  const router = useRouter();
  const trpc = useTRPC();
  const [name, setName] = useState(props.name);
  const [wrong, setWrong] = useState(false);
  const rename = useAct(trpc.members.changeName.mutationOptions());
  const speak = useAct(trpc.members.changeLocale.mutationOptions());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = ChangeName.safeParse({ name });
    setWrong(!input.success);
    if (input.success && (await rename.act(input.data))) tell(t("you.saved"));
  };
  const choose = async (language: string) => {
    const locale = Locale.parse(language);
    if (!(await speak.act({ locale }))) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the server renders the next answer from it.
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.lang = locale;
    router.refresh();
  };

  return (
    <Card title={t("you.title")} aside={props.email}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Field label={t("you.name")} error={wrong ? t("you.nameWrong", { max: MAX_PERSON_NAME }) : undefined}>
          <span className="flex gap-2">
            <Input autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
            <Button type="submit" className="h-(--entry)" disabled={name === props.name} pending={rename.pending}>
              {t("you.save")}
            </Button>
          </span>
        </Field>
        <Field group label={t("you.language")} hint={t("you.languageHint")}>
          <Segmented options={LANGUAGES} value={props.locale} onChange={choose} disabled={speak.pending} />
        </Field>
        <RefusalNote>{rename.refusal ?? speak.refusal}</RefusalNote>
      </form>
    </Card>
  );
}
