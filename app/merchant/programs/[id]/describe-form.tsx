"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { Section } from "#app/_ui/sections.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { COMPANY_SIZES, type Icp, MAX_ICP_EXCLUSIONS_LENGTH } from "#server/programs/icp.ts";
import {
  MAX_PRODUCT_LENGTH,
  MAX_PROGRAM_NAME_LENGTH,
  MAX_SCRIPT_LENGTH,
  MAX_SUMMARY_LENGTH,
  type ProgramId,
} from "#server/programs/program.ts";
import { CountryPicker } from "./country-picker.tsx";
import { Frame } from "./frame.tsx";
import { SaveBar } from "./save-bar.tsx";
import type { Edited } from "./section.ts";
import { TagInput } from "./tag-input.tsx";
import { useUnsaved } from "./use-unsaved.ts";

type Description = Pick<Edited, "name" | "summary" | "product" | "script" | "icp">;
const described = ({ name, summary, product, script, icp }: Edited): Description => ({
  name,
  summary,
  product,
  script,
  icp,
});

type Countries = readonly { value: string; label: string }[];

/** What the program is about, and whom it looks for: two sections over the same description. */
export function DescribeForm(props: {
  section: "product" | "icp";
  program: Edited;
  countries: Countries;
  mayChange: boolean;
}) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const { program } = props;
  const [typed, setTyped] = useState(() => described(program));
  const [kept, setKept] = useState(typed);
  const { act, pending, refusal, reset } = useAct(trpc.programs.describe.mutationOptions());
  const changed = JSON.stringify(typed) !== JSON.stringify(kept);
  useUnsaved(changed);
  const change = (part: Partial<Description>) => setTyped((before) => ({ ...before, ...part }));
  const save = async () => {
    if (!(await act({ programId: program.id as ProgramId, ...typed }))) return;
    setKept(typed);
    tell(t("program.saved"));
  };
  return (
    <Frame
      bar={
        props.mayChange && (
          <SaveBar
            published={program.status !== "draft"}
            {...{ changed, pending, refusal }}
            onSave={save}
            onReset={() => {
              setTyped(kept);
              reset();
            }}
          />
        )
      }
    >
      <fieldset disabled={!props.mayChange}>
        {props.section === "product" ? (
          <ProductFields typed={typed} change={change} />
        ) : (
          <IcpFields
            icp={typed.icp}
            countries={props.countries}
            change={(icp) => change({ icp: { ...typed.icp, ...icp } })}
          />
        )}
      </fieldset>
    </Frame>
  );
}

function ProductFields(props: { typed: Description; change: (part: Partial<Description>) => void }) {
  const t = useWords("merchant");
  const { typed, change } = props;
  return (
    <>
      <Section title={t("program.section.product")} says={t("program.productSays")}>
        <Field label={t("programs.name")}>
          <Input
            value={typed.name}
            maxLength={MAX_PROGRAM_NAME_LENGTH}
            onChange={(e) => change({ name: e.target.value })}
          />
        </Field>
        <Field label={t("program.summary")} hint={t("program.summaryHint")}>
          <Input
            value={typed.summary}
            maxLength={MAX_SUMMARY_LENGTH}
            onChange={(e) => change({ summary: e.target.value })}
          />
        </Field>
        <Field label={t("program.product")} hint={t("program.productHint")}>
          <Textarea
            rows={8}
            value={typed.product}
            maxLength={MAX_PRODUCT_LENGTH}
            onChange={(e) => change({ product: e.target.value })}
          />
        </Field>
      </Section>
      <Section title={t("program.script")} says={t("program.scriptSays")}>
        <Field label={t("program.scriptLabel")}>
          <Textarea
            rows={6}
            value={typed.script}
            maxLength={MAX_SCRIPT_LENGTH}
            onChange={(e) => change({ script: e.target.value })}
          />
        </Field>
      </Section>
    </>
  );
}

function IcpFields(props: { icp: Icp; countries: Countries; change: (part: Partial<Icp>) => void }) {
  const t = useWords("merchant");
  const words = useWords("program");
  const { icp, change } = props;
  const toggle = (size: Icp["companySizes"][number], on: boolean) =>
    change({ companySizes: COMPANY_SIZES.filter((it) => (it === size ? on : icp.companySizes.includes(it))) });
  return (
    <Section title={t("program.section.icp")} says={t("program.icpSays")}>
      <Field label={words("icp.industries")} hint={t("program.tagHint")}>
        <TagInput values={icp.industries} onChange={(industries) => change({ industries })} />
      </Field>
      <Field label={words("icp.countries")} hint={t("program.countriesHint")}>
        <CountryPicker
          countries={props.countries}
          values={icp.countries}
          onChange={(countries) => change({ countries })}
        />
      </Field>
      <Field label={words("icp.roles")} hint={t("program.tagHint")}>
        <TagInput values={icp.roles} onChange={(roles) => change({ roles })} />
      </Field>
      <Field label={words("icp.companySizes")} group>
        <div className="grid grid-cols-2 gap-1 wide:grid-cols-3">
          {COMPANY_SIZES.map((size) => (
            <Checkbox
              key={size}
              label={words("icp.people", { size })}
              checked={icp.companySizes.includes(size)}
              onChange={(e) => toggle(size, e.target.checked)}
            />
          ))}
        </div>
      </Field>
      <Field label={words("icp.exclusions")} hint={t("program.exclusionsHint")} optional>
        <Textarea
          value={icp.exclusions}
          maxLength={MAX_ICP_EXCLUSIONS_LENGTH}
          onChange={(e) => change({ exclusions: e.target.value })}
        />
      </Field>
    </Section>
  );
}
