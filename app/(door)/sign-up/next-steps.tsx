import { Vein, VeinStep } from "#app/_ui/vein.tsx";
import { pageWords } from "#app/_words/request.ts";

const STEPS = ["one", "two", "three", "four"] as const;
const ICONS = {
  merchant: { one: "programs", two: "card", three: "leads", four: "deals" },
  provider: { one: "bank", two: "programs", three: "people", four: "deals" },
} as const;

/** What follows a sign-up, as a vein that is still to be followed. */
export async function NextSteps(props: { kind: "merchant" | "provider" }) {
  const t = await pageWords("door");
  return (
    <aside className="grid max-w-[400px] content-start gap-4 desk:border-line desk:border-l desk:pl-16 phone:border-line phone:border-t phone:pt-8">
      <h2 className="font-semibold text-14">{t("signUp.nextTitle")}</h2>
      <Vein>
        {STEPS.map((step) => (
          <VeinStep key={step} waiting icon={ICONS[props.kind][step]} title={t(`signUp.${props.kind}Steps.${step}`)} />
        ))}
      </Vein>
    </aside>
  );
}
