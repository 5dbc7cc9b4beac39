import { expect, it } from "vitest";
import { milesBetween } from "./distance.ts";

const cityHall = { latitude: 34.0537, longitude: -118.2427 };

it("knows how far places are", () => {
  expect(milesBetween(cityHall, cityHall)).toBe(0);
  // To San Francisco's city hall: 347 miles.
  expect(milesBetween(cityHall, { latitude: 37.7793, longitude: -122.4193 })).toBeCloseTo(347, -1);
  expect(milesBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 3958.8, 3);
});

it("is the same in both directions", () => {
  const pasadena = { latitude: 34.1478, longitude: -118.1445 };
  expect(milesBetween(cityHall, pasadena)).toBeCloseTo(milesBetween(pasadena, cityHall), 9);
});
