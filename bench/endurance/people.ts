import type { Actor, Role } from "../../lib/permissions.ts";

/** Staff as data/ sees them; the ids need no rows. */
export const person = (id: string, role: Role): Actor => ({ id, role, secondFactor: true });
export const [ana, ben, eva] = [person("ana", "contributor"), person("ben", "editor"), person("eva", "editor")];
export const [ada, eve] = [person("ada", "administrator"), person("eve", "administrator")];
