"use server";

import { staffAction } from "../staffAction";
import { saveText } from "../texts/saveText";

export const saveChapter = staffAction("saveChapter", async (actor, formData, { locale }) => saveText("Chapter", actor, formData, locale));
export const saveSection = staffAction("saveSection", async (actor, formData, { locale }) => saveText("Section", actor, formData, locale));
