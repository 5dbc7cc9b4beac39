/** How the city's own provider is called in addresses and tables. */
export const providerId = "city";

/**
 * The city's own OpenID Connect provider, where one is configured (docs/deploy.md).
 * @returns null without OIDC_ISSUER
 * @throws when it is configured by half
 */
export function provider() {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = process.env;
  if (!OIDC_ISSUER) return null;
  if (!OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) throw new Error("OIDC_ISSUER is set: OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed too.");
  return {
    name: OIDC_NAME || new URL(OIDC_ISSUER).host,
    discoveryUrl: `${OIDC_ISSUER.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scopes: ["openid", "email", "profile"],
    pkce: true,
  };
}

/** Whether a sign-in at the provider counts as having shown a second factor there. */
export function providerShowsSecondFactor(): boolean {
  return process.env.OIDC_SECOND_FACTOR === "provider";
}
