"use client";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_ARTICLE_BODY_LENGTH, MAX_ARTICLE_TITLE_LENGTH } from "#server/programs/program.ts";
import { MoveButtons } from "./move-buttons.tsx";

/** One article being written: its title, and what agents may answer. */
export function ArticleCard(props: {
  article: { readonly title: string; readonly body: string };
  index: number;
  count: number;
  /** Saving was tried, so that what is missing is named. */
  tried: boolean;
  onChange: (part: { title?: string; body?: string }) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const t = useWords("merchant");
  const { article, index, onChange } = props;
  const name = t("program.article", { n: index + 1 });
  return (
    <li className="grid gap-3.5 rounded-card border border-line p-4">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold text-12 text-ink-2">{name}</h3>
        <MoveButtons
          index={index}
          count={props.count}
          name={article.title || name}
          onMove={props.onMove}
          onRemove={props.onRemove}
        />
      </div>
      <Field
        label={t("program.articleTitle")}
        error={props.tried && !article.title.trim() ? t("program.articleMissing") : null}
      >
        <Input
          value={article.title}
          maxLength={MAX_ARTICLE_TITLE_LENGTH}
          onChange={(e) => onChange({ title: e.target.value })}
        />
      </Field>
      <Field label={t("program.articleBody")}>
        <Textarea
          rows={4}
          value={article.body}
          maxLength={MAX_ARTICLE_BODY_LENGTH}
          onChange={(e) => onChange({ body: e.target.value })}
        />
      </Field>
    </li>
  );
}
