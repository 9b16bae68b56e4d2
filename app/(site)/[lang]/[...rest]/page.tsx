import { notFound } from "next/navigation";

/** Any other address of the site: nothing is there, said within the site. */
export default function NothingHere() {
  notFound();
}
