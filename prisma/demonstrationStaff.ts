import { db } from "../data/db.ts";
import { closeDemonstration, openDemonstration } from "./seed/demonstrationStaff.ts";

// Run before the guide starts: with DEMO=1 the demonstration staff can sign in, without it they cannot.
await (process.env.DEMO === "1" ? openDemonstration() : closeDemonstration()).finally(() => db.$disconnect());
