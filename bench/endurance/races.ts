import { approveRevision, rejectRevision } from "../../data/revisions/decide.ts";
import { getEditing } from "../../data/revisions/read.ts";
import { saveRevision } from "../../data/revisions/save.ts";
import { ana, ben, eva } from "./people.ts";
import { sourceKey, testListing } from "./testListing.ts";

/**
 * Two people save the same record at once; then one approves and one rejects at once.
 * @returns what went wrong, race by race; empty when each race had exactly one winner and the loser got the winner's text
 */
export async function races(times: number): Promise<string[]> {
  const { entityId } = await testListing();
  const wrong: string[] = [];
  for (let race = 1; race <= times; race++) {
    const before = (await getEditing("Organization", entityId))!;
    const document = before.open?.document ?? before.approved!;
    const save = (actor: typeof ana) => saveRevision(actor, { entity: "Organization", entityId, base: before.version, document: { ...document, name: `House ${race} of ${actor.id}` }, intent: "submit", sourceKey });
    const saves = await Promise.all([save(ana), save(ben)]);
    const [winner, ...more] = saves.flatMap((answer, index) => (answer.kind === "saved" ? [{ answer, name: `House ${race} of ${[ana, ben][index]!.id}` }] : []));
    const loser = saves.find(({ kind }) => kind === "conflict");
    const now = (await getEditing("Organization", entityId))!;
    if (!winner || more.length > 0 || !loser || loser.kind !== "conflict") wrong.push(`race ${race}: ${saves.map(({ kind }) => kind).join(" and ")}`);
    else if (now.open?.document.name !== winner.name || now.version !== before.version + 1) wrong.push(`race ${race}: the record does not hold what was acknowledged`);
    else if (loser.latest?.name !== winner.name) wrong.push(`race ${race}: the second person was not shown the first one's text`);
    if (!winner || more.length > 0) continue;
    const { revisionId, version } = winner.answer;
    const decisions = await Promise.all([approveRevision(eva, revisionId, version), rejectRevision(eva, revisionId, version, "No.")]);
    if (decisions.map(({ kind }) => kind).sort().join() !== "decided,gone") wrong.push(`race ${race}: decisions ${decisions.map(({ kind }) => kind).join(" and ")}`);
  }
  return wrong;
}
