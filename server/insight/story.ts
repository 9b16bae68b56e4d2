import { z } from "zod";
import { idSchema } from "#server/kernel/id.ts";
import { refusal } from "#server/kernel/refusal.ts";

export const storyIsUnknown = refusal("story_is_unknown", "not_found");

export const StoryQuestion = z.object({ earningId: idSchema("earn") });
export type StoryQuestion = z.infer<typeof StoryQuestion>;
