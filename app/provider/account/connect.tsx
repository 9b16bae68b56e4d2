"use client";
import { useEffect, useRef, useState } from "react";
import { useGoWhenReady } from "#app/_money/use-go-when-ready.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Note } from "#app/_ui/note.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";

type Props = {
  countries: readonly { value: string; label: string }[];
  homeCountry: string;
  isKnown: boolean;
  isReady: boolean;
  url: string | null;
  /** The last link to Stripe's page had run out: another is asked for at once. */
  isAgain: boolean;
};

/** Leads to Stripe's page: the first time with the country, later to go on or change details. */
export function Connect({ countries, homeCountry, isKnown, isReady, url, isAgain }: Props) {
  const t = useWords("provider");
  const trpc = useTRPC();
  const known = countries.some((country) => country.value === homeCountry);
  const [country, setCountry] = useState(known ? homeCountry : "");
  const [asked, setAsked] = useState<{ instead: string | null } | null>(null);
  const connect = useAct(trpc.payouts.connectAccount.mutationOptions());
  // The address that was there before was used or has run out: only another one leads anywhere.
  useGoWhenReady(asked !== null && asked.instead !== url, url);
  const go = async () => {
    if (await connect.act({ country: isKnown ? homeCountry : country })) setAsked({ instead: url });
  };
  const begun = useRef(false);
  useEffect(() => {
    if (!isAgain || begun.current) return;
    begun.current = true;
    void go();
  });
  return (
    <div className="grid gap-4">
      {!isKnown && (
        <Field label={t("account.country")} hint={t("account.countryHint")}>
          <Select empty value={country} options={countries} onChange={(event) => setCountry(event.target.value)} />
        </Field>
      )}
      {asked && (
        <div role="status">
          <Note hue="azurite">{t("account.waits")}</Note>
        </div>
      )}
      <RefusalNote>{connect.refusal}</RefusalNote>
      <div>
        <Button
          kind={isReady ? "plain" : "primary"}
          icon="external"
          kbd="c"
          disabled={!isKnown && !country}
          pending={connect.pending || asked !== null}
          onClick={go}
        >
          {t(isReady ? "account.change" : isKnown ? "account.goOn" : "account.connect")}
        </Button>
      </div>
    </div>
  );
}
