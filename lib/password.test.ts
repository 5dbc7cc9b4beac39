import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password";

const ana = { name: "Ana Fernández", email: "ana.fernandez@lacity.example" };

describe("a new password", () => {
  it.each(["verde caballo lampara nube", "correct staple battery horse hat", "Zw7!pq9_Lm2#xt", "piñata·nopal·ferrocarril·12", "日本語のパスワードです長い"])("may be %s", (password) => {
    expect(passwordProblem(password, ana)).toBeNull();
  });

  it.each(["", "short", "elevensigns", "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑"])("is too short: %s", (password) => {
    expect(passwordProblem(password, ana)).toBe("short");
  });

  it("is too long, and nobody waits for it to be looked at", () => {
    expect(passwordProblem("ab".repeat(65), ana)).toBe("long");
    expect(passwordProblem("x".repeat(1_000_000), ana)).toBe("long");
  });

  it.each([
    "password123456",
    "passwordpassword",
    "123456789012",
    "qwertyuiop12",
    "aaaaaaaaaaaaaaa",
    "P@ssw0rd1234",
    "anafernandez1",
    "fernandez2026!",
    "ana.fernandez@lacity.example",
    "iloveyou123456",
  ])("is too common or says who it is: %s", (password) => {
    expect(passwordProblem(password, ana)).toBe("common");
  });
});
