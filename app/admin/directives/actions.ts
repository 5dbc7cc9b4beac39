"use server";

import { staffAction } from "../staffAction";
import { saveText } from "../texts/saveText";

export const saveDirective = staffAction("saveDirective", async (actor, formData, { locale }) => saveText("Directive", actor, formData, locale));
export const saveProvision = staffAction("saveProvision", async (actor, formData, { locale }) => saveText("Provision", actor, formData, locale));
