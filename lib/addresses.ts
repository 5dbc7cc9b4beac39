/** How much of an address residents see. */
type Visible = { address1: string | null; address2: string | null; visibility: string };

/**
 * An address as residents may see it: whole, without its street ("area": a shelter), or not at all.
 * Every page, feed and index takes addresses through here.
 */
export function shownAddress<Address extends Visible>(address: Address): Address | null {
  if (address.visibility === "full") return address;
  return address.visibility === "area" ? { ...address, address1: null, address2: null } : null;
}
