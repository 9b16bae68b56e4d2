import type { Answers } from "#app/_trpc/answers.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Note } from "#app/_ui/note.tsx";
import { pageWords } from "#app/_words/request.ts";
import { SaveMethod } from "./save-method.tsx";

type Props = Answers["billing"]["paymentMethod"] & { mayChange: boolean };

const FAILED = ["failed", "expired"] as const;

/** How the merchant pays now, on top of the room. */
export async function Method({ method, setup, mayChange }: Props) {
  const t = await pageWords("merchant");
  const failed = FAILED.find((status) => status === setup?.status);
  return (
    <section aria-label={t("billing.method")} className="grid gap-3 border-line border-b px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Icon name="card" className="h-5! w-5! text-copper-mark" />
        <div className="min-w-0 flex-1 basis-[220px]">
          {method ? (
            <>
              <p className="font-medium first-letter:uppercase">
                {t("billing.ending", { brand: method.brand ?? method.type, last4: method.last4 ?? "····" })}
              </p>
              <p className="num text-12 text-ink-3">
                {method.expMonth && method.expYear
                  ? t("billing.expires", {
                      month: String(method.expMonth).padStart(2, "0"),
                      year: String(method.expYear),
                    })
                  : ""}
                {", "}
                {t("billing.saved")} <Instant at={method.savedAt} />
              </p>
            </>
          ) : (
            <>
              <p className="font-medium">{t("billing.noMethod")}</p>
              <p className="text-12 text-ink-2">{t("billing.noMethodSays")}</p>
            </>
          )}
        </div>
        {mayChange ? (
          <SaveMethod hasMethod={method !== null} setup={setup} />
        ) : (
          <p className="text-12 text-ink-3">{t("billing.ownerOnly")}</p>
        )}
      </div>
      {failed && mayChange && <Note hue="cinnabar">{t(`billing.setup.${failed}`)}</Note>}
    </section>
  );
}
