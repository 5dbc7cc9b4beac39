import { db } from "../data/db.ts";
import { refreshSearchDocuments } from "../data/refreshSearchDocuments.ts";

// Run where the code may have moved on since listings were saved: another version, an older backup.
await refreshSearchDocuments().finally(() => db.$disconnect());
