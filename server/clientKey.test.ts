import { describe, expect, it } from "vitest";
import { clientKey, networkOf } from "./clientKey.ts";

const from = (remoteAddress: string | undefined, forwarded?: string) => ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded } });

describe("networkOf", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["192.0.2.1:4711", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2"],
    ["[2001:db8:1:2::9]:4711", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["", "unknown"],
    ["999.1.1.1", "unknown"],
    ["<script>", "unknown"],
  ])("%s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});

describe("clientKey", () => {
  it("is the same for one network, another for the next, and does not hold the address", () => {
    const key = clientKey(from("192.0.2.1"), false);
    expect(clientKey(from("192.0.2.1"), false)).toBe(key);
    expect(clientKey(from("192.0.2.2"), false)).not.toBe(key);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(clientKey(from("2001:db8::1"), false)).toBe(clientKey(from("2001:db8::ffff:1"), false));
  });

  it("believes nobody about the address, but the proxy in front", () => {
    const direct = clientKey(from("192.0.2.1"), false);
    expect(clientKey(from("192.0.2.1", "198.51.100.1"), false)).toBe(direct);
    expect(clientKey(from("127.0.0.1", "198.51.100.1, 192.0.2.1"), true)).toBe(direct);
    expect(clientKey(from("192.0.2.1"), true)).toBe(direct);
  });
});
