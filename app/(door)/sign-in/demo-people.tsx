"use client";
import { useState } from "react";
import { Avatar } from "#app/_ui/avatar.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import { enter, goIn, type Shut } from "#app/(door)/enter.ts";
import { kindOf, type OrganisationKind, type Role } from "#server/kernel/actor.ts";

type Person = { email: string; name: string; role: Role; organisation: string; password: string };
const KINDS: readonly OrganisationKind[] = ["merchant", "provider", "platform"];

/** The demo people, each one click away. The sandbox alone has any. */
export function DemoPeople(props: { people: readonly Person[]; next: string | undefined }) {
  const t = useWords("door");
  const shell = useWords("shell");
  const say = useRefusal();
  const [going, setGoing] = useState<string>();
  const [shut, setShut] = useState<Shut>();

  const signIn = async ({ email, password }: Person) => {
    setGoing(email);
    const refused = await enter("password", { email, password });
    setShut(refused);
    if (refused) setGoing(undefined);
    else goIn(props.next);
  };

  return (
    <section className="grid min-w-0 content-start gap-4 desk:border-line desk:border-l desk:pl-16 phone:border-line phone:border-t phone:pt-8">
      <div className="grid gap-1">
        <h2 className="font-semibold text-18 tracking-[-.01em]">{t("demo.title")}</h2>
        <p className="text-ink-2">{t("demo.says")}</p>
      </div>
      <RefusalNote>{shut && say(shut)}</RefusalNote>
      {KINDS.map((kind) => {
        const people = props.people.filter((person) => kindOf(person.role) === kind);
        if (people.length === 0) return null;
        return (
          <div key={kind} className="grid gap-1.5">
            <h3 className="font-medium text-12 text-ink-3">{shell(`kind.${kind}`)}</h3>
            <ul className="grid overflow-hidden rounded-card border border-line bg-line gap-px">
              {people.map((person) => (
                <li key={person.email}>
                  <button
                    type="button"
                    aria-busy={going === person.email || undefined}
                    disabled={going !== undefined}
                    onClick={() => signIn(person)}
                    className="flex min-h-12 w-full items-center gap-3 bg-surface px-3 py-1.5 text-left hover:bg-sunken focus-visible:relative disabled:text-ink-3"
                  >
                    <Avatar name={person.name} own={going === person.email} />
                    <span className="min-w-0 flex-1">
                      <span className="block truncate font-medium">{person.name}</span>
                      <span className="flex min-w-0 items-baseline gap-1.5 text-12 text-ink-3">
                        {shell(`role.${person.role}`)}
                        <Sep />
                        <span className="truncate">{person.organisation}</span>
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
