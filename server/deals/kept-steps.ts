import { z } from "zod";
import type { FeeStep } from "#server/programs/fee.ts";

const Digits = z.string().regex(/^\d+$/);
const feeMinor = Digits;

const KeptStep: z.ZodType<FeeStep> = z.discriminatedUnion("step", [
  z.object({ step: z.literal("percent"), baseMinor: Digits, rateBp: z.number(), feeMinor }),
  z.object({ step: z.literal("fixed"), feeMinor }),
  z.object({
    step: z.literal("tier"),
    by: z.enum(["value", "count"]),
    from: Digits,
    deal: z.number().exactOptional(),
    baseMinor: Digits,
    rateBp: z.number().nullable(),
    feeMinor,
  }),
  z.object({ step: z.literal("minimum"), feeMinor }),
  z.object({ step: z.literal("cap"), feeMinor }),
  z.object({ step: z.literal("ceiling"), feeMinor }),
  z.object({ step: z.literal("split"), takeRateBp: z.number(), platformMinor: Digits, providerMinor: Digits }),
]);

/** The steps of a settlement's fee as its row keeps them. What does not read as steps is a bug. */
export const stepsOf = (kept: unknown): FeeStep[] => z.array(KeptStep).parse(kept);
