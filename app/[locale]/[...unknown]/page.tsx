import { notFound } from "next/navigation";

// Every address that no page claims. The site turns the answer into the page of app/problem.
export default function UnknownPage() {
  notFound();
}
