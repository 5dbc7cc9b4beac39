import { z } from "zod";

/** What stands for a record in addresses and forms: a UUID, the key of the city, or an id that starter content brought. */
export const recordId = z.string().regex(/^[\w-]{1,64}$/);
