"use client";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Select } from "#app/_ui/select.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { ChangeOrganisation, MAX_ORGANISATION_NAME } from "#server/members/organisation.ts";

type Said = { name: string; website: string; postalAddress: string; timeZone: string };

/** What the organisation says about itself. Owners change it, others read it. */
export function OrganisationCard(props: { said: Said; aside: string; zones: readonly string[]; mayChange: boolean }) {
  const t = useWords("members");
  const tell = useToast();
  const [typed, setTyped] = useState<Partial<Said>>({});
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const change = useAct(useTRPC().members.changeOrganisation.mutationOptions());
  const value: Said = { ...props.said, ...typed };
  const changed = Object.keys(value).some((key) => value[key as keyof Said] !== props.said[key as keyof Said]);
  const disabled = !props.mayChange;

  const type = (name: keyof Said) => (event: { target: { value: string } }) => {
    setTyped((before) => ({ ...before, [name]: event.target.value }));
    setWrong((before) => before.filter((field) => field !== name));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = ChangeOrganisation.safeParse(value);
    setWrong(input.error?.issues.map((issue) => String(issue.path[0])) ?? []);
    if (!input.success || !(await change.act(input.data))) return;
    setTyped({});
    tell(t("organisation.saved"));
  };
  const zones = props.zones.includes(value.timeZone) ? props.zones : [value.timeZone, ...props.zones];

  return (
    <Card title={t("organisation.title")} aside={props.aside} action={disabled && t("organisation.ownersOnly")}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Field
          label={t("organisation.name")}
          error={wrong.includes("name") ? t("organisation.nameWrong", { max: MAX_ORGANISATION_NAME }) : undefined}
        >
          <Input disabled={disabled} value={value.name} onChange={type("name")} autoComplete="organization" />
        </Field>
        <Field
          optional
          label={t("organisation.website")}
          error={wrong.includes("website") ? t("organisation.websiteWrong") : undefined}
        >
          <Input
            disabled={disabled}
            type="url"
            value={value.website}
            onChange={type("website")}
            placeholder="https://"
          />
        </Field>
        <Field optional label={t("organisation.postalAddress")} hint={t("organisation.postalAddressHint")}>
          <Textarea disabled={disabled} value={value.postalAddress} onChange={type("postalAddress")} />
        </Field>
        <Field label={t("organisation.timeZone")} hint={t("organisation.timeZoneHint")}>
          <Select
            disabled={disabled}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            value={value.timeZone}
            onChange={type("timeZone")}
          />
        </Field>
        <RefusalNote>{change.refusal}</RefusalNote>
        {!disabled && (
          <Button
            type="submit"
            kind="primary"
            className="justify-self-start"
            disabled={!changed}
            pending={change.pending}
          >
            {t("organisation.save")}
          </Button>
        )}
      </form>
    </Card>
  );
}
