import { z } from "zod";

/** What stands in the address of a listing's form. Starter content has ids of its own making, new listings a UUID. */
export const listingId = z.string().regex(/^[\w-]{1,64}$/);
