"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { setCookies } from "./setCookies";
import { staffAction } from "./staffAction";
import { signOut as endSession } from "@/data/staffSession";

export const signOut = staffAction("signOut", async (actor) => {
  await setCookies(await endSession(actor, await headers()));
  redirect("/admin/sign-in?done=signedOut");
});
