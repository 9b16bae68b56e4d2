import { z } from "zod";
import { isCurrency } from "#server/kernel/money.ts";
import { PageInput } from "#server/kernel/page.ts";
import { prose } from "#server/kernel/text.ts";
import { procedure, router } from "#server/trpc/trpc.ts";
import { ACCOUNT_KINDS } from "./account.ts";
import { journal, ledgerAccounts } from "./journal.ts";
import { trialBalance } from "./trial-balance.ts";

const MAX_ACCOUNT_NAME = 120;
const AccountFilter = z.object({
  kind: z.enum(ACCOUNT_KINDS).optional(),
  currency: z.string().refine(isCurrency).optional(),
});
const JournalInput = PageInput.extend({ account: prose(MAX_ACCOUNT_NAME).optional() });

export const ledgerRouter = router({
  trialBalance: procedure("finance:read").query(() => trialBalance()),
  accounts: procedure("finance:read")
    .input(AccountFilter)
    .query(({ input }) => ledgerAccounts(input)),
  journal: procedure("finance:read")
    .input(JournalInput)
    .query(({ input }) => journal(input)),
});
