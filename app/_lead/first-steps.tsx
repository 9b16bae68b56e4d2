import { Card } from "#app/_ui/card.tsx";
import { Checklist } from "#app/_ui/checklist.tsx";
import { pageWords } from "#app/_words/request.ts";

type Steps = Parameters<typeof Checklist>[0]["steps"];

/** What a new organisation does first; each step ticks itself once it is done. */
export async function FirstSteps(props: { title: string; steps: Steps }) {
  const t = await pageWords("common");
  const done = props.steps.filter((step) => step.done).length;
  return (
    <Card title={props.title} aside={t("steps.done", { done, total: props.steps.length })} pad={false}>
      <Checklist steps={props.steps} />
    </Card>
  );
}
