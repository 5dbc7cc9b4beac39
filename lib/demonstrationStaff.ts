import type { Role } from "./permissions.ts";

/** One person a role, for trying out (DEMO=1). All of it is published, and every page says so while they exist. */
export const demonstrationStaff: { name: string; email: string; role: Role }[] = [
  { name: "Ana (contributor)", email: "ana.contributor@demo.example", role: "contributor" },
  { name: "Beto (editor)", email: "beto.editor@demo.example", role: "editor" },
  { name: "Eva (editor)", email: "eva.editor@demo.example", role: "editor" },
  { name: "Carla (translator)", email: "carla.translator@demo.example", role: "translator" },
  { name: "Diego (counsel)", email: "diego.counsel@demo.example", role: "counsel" },
  { name: "Flor (administrator)", email: "flor.administrator@demo.example", role: "administrator" },
];
export const demonstrationPassword = "only for trying it out";
/** The key of the codes (TOTP) as bytes, and as people type it into their app (base32). */
export const demonstrationSecret = { raw: "guide-demo-1234567890", typed: "M52WSZDFFVSGK3LPFUYTEMZUGU3DOOBZGA" };
