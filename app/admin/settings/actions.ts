"use server";

import { staffAction } from "../staffAction";
import { saveText } from "../texts/saveText";

export const saveSettings = staffAction("saveSettings", async (actor, formData, { locale }) => saveText("City", actor, formData, locale));
