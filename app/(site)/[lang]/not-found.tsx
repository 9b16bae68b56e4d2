import { translator } from "#app/_words/words.ts";
import { NothingHere } from "#app/(site)/_site/nothing-here.tsx";

/** Says in the reader's language that nothing is at this address; the page does not know which, the reader's place does. */
export default function SiteNotFound() {
  const say = (locale: "en" | "zh-CN") => {
    const t = translator(locale, "common");
    return { title: t("notFound.title"), text: t("notFound.text"), home: t("notFound.home") };
  };
  return <NothingHere words={{ en: say("en"), "zh-CN": say("zh-CN") }} />;
}
