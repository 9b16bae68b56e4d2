"use client";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import { enter, goIn } from "#app/(door)/enter.ts";
import { Entry } from "#app/(door)/entry.tsx";
import { MAX_ORGANISATION_NAME, PROVIDER_COUNTRIES } from "#server/members/organisation.ts";
import { MAX_PERSON_NAME, MIN_PASSWORD, SignUp } from "#server/members/user.ts";

const EMPTY = { organisationName: "", country: "", name: "", email: "", password: "" };
type Typed = typeof EMPTY & { timeZone: string };
type Name = keyof Typed;

/** One form: the organisation, the person, the password. Mistakes are shown beside what they concern. */
export function SignUpForm(props: {
  kind: "merchant" | "provider";
  countries: readonly { value: string; label: string }[];
  zones: readonly string[];
}) {
  const t = useWords("door");
  const say = useRefusal();
  const { locale, zone } = useViewer();
  const [typed, setTyped] = useState<Partial<Typed>>(EMPTY);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [entering, setEntering] = useState(false);
  const signUp = useAct(useTRPC().members.signUp.mutationOptions());
  const value: Typed = { ...EMPTY, timeZone: zone, ...typed };

  const change = (name: Name) => (event: { target: { value: string } }) => {
    setTyped((before) => ({ ...before, [name]: event.target.value }));
    setWrong((before) => new Set([...before].filter((field) => field !== name)));
    signUp.reset();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = SignUp.safeParse({ ...value, kind: props.kind, locale });
    setWrong(new Set(input.error?.issues.map((issue) => String(issue.path[0]))));
    if (!input.success) return;
    setEntering(true);
    if (await signUp.act(input.data)) {
      await enter("password", { email: input.data.email, password: input.data.password });
      goIn();
    } else setEntering(false);
  };

  const limits = { name: MAX_PERSON_NAME, organisationName: MAX_ORGANISATION_NAME };
  const errorOf = (name: Name) =>
    wrong.has(name)
      ? t(`error.${name}`, { min: MIN_PASSWORD, max: name === "name" ? limits.name : limits.organisationName })
      : undefined;
  const notServed = props.kind === "provider" && value.country && !PROVIDER_COUNTRIES.includes(value.country);
  const countryError = notServed ? say({ code: "provider_country_is_not_served" }) : errorOf("country");
  const emailError = signUp.code === "email_is_taken" ? signUp.refusal : errorOf("email");
  const zones = props.zones.includes(value.timeZone) ? props.zones : [value.timeZone, ...props.zones];

  return (
    <Entry
      title={t(props.kind === "merchant" ? "signUp.formMerchant" : "signUp.formProvider")}
      says={
        <>
          {t(`signUp.${props.kind}Says`)}{" "}
          <Link href="/sign-up" className="link">
            {t("signUp.other")}
          </Link>
        </>
      }
    >
      <form method="post" onSubmit={submit} noValidate className="grid gap-4">
        <Field label={t("signUp.organisation")} hint={t("signUp.organisationHint")} error={errorOf("organisationName")}>
          <Input autoComplete="organization" value={value.organisationName} onChange={change("organisationName")} />
        </Field>
        <Field label={t("signUp.country")} error={countryError}>
          <Select
            empty
            autoComplete="country"
            options={props.countries}
            value={value.country}
            onChange={change("country")}
          />
        </Field>
        <Field label={t("signUp.timeZone")} hint={t("signUp.timeZoneHint")} error={errorOf("timeZone")}>
          <Select
            options={zones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
            value={value.timeZone}
            onChange={change("timeZone")}
          />
        </Field>
        <Field label={t("name")} hint={t("signUp.nameHint")} error={errorOf("name")}>
          <Input autoComplete="name" value={value.name} onChange={change("name")} />
        </Field>
        <Field label={t("email")} error={emailError}>
          <Input type="email" autoComplete="username" value={value.email} onChange={change("email")} />
        </Field>
        <Field label={t("password")} hint={t("passwordHint", { min: MIN_PASSWORD })} error={errorOf("password")}>
          <Input type="password" autoComplete="new-password" value={value.password} onChange={change("password")} />
        </Field>
        <RefusalNote>{emailError === signUp.refusal ? null : signUp.refusal}</RefusalNote>
        <Button type="submit" kind="primary" size="large" wide pending={entering} disabled={Boolean(notServed)}>
          {t("signUp.action")}
        </Button>
      </form>
      <p className="text-ink-2">
        {t("signUp.or")}{" "}
        <Link href="/sign-in" className="link">
          {t("signUp.signIn")}
        </Link>
      </p>
    </Entry>
  );
}
