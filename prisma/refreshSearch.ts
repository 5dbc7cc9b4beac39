import { db } from "../data/db.ts";
import { refreshSearchDocuments } from "../data/refreshSearchDocuments.ts";

// Run with every build: the code may have moved on since listings were saved.
await refreshSearchDocuments().finally(() => db.$disconnect());
