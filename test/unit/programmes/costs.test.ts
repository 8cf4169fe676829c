import fc from "fast-check";
import { expect, test } from "vitest";
import { exchangeForm, tariffForm } from "#app/programmes/costs/form.ts";
import {
  amountOf,
  type CostForm,
  converted,
  currencies,
  currencyDigits,
  decimalText,
  priced,
  shareOf,
  sumsByPayer,
  validOn,
} from "#app/programmes/costs/rules.ts";
import { tariffFields } from "#test/support/programmes.ts";

const rates = [
  { validFrom: "2026-04-01", amount: 145_000 },
  { validFrom: "2027-04-01", amount: 152_050 },
] as const;

test("the tariff of a day is the latest that has begun", () => {
  expect(validOn(rates, "2026-03-31")).toBeNull();
  expect(validOn(rates, "2027-03-31")?.amount).toBe(145_000);
  expect(validOn(rates, "2027-04-01")?.amount).toBe(152_050);
});

test("units times a price, with halves going up", () => {
  expect(amountOf(250, 145_000)).toBe(362_500n);
  expect(amountOf(1, 50)).toBe(1n);
  expect(amountOf(1, 49)).toBe(0n);
  // more than a number of the computer holds exactly
  expect(amountOf(1_999_999_999, 1_999_999_999)).toBe(39_999_999_960_000_000n);
});

test("yen have no smaller part: 68,000 of them at 0.126 are 8,568.00 pesos", () => {
  expect(converted(68_000n, "JPY", "MXN", 126_000)).toBe(856_800n);
  expect(converted(856_800n, "MXN", "JPY", 7_936_508)).toBe(68_000n);
  expect(decimalText(856_800n, "MXN")).toBe("8568.00");
  expect(decimalText(5n, "USD")).toBe("0.05");
  expect(decimalText(68_000n, "JPY")).toBe("68000");
});

test("without a tariff or a rate of that day there is no total, and it says which", () => {
  const tariff = { currency: "JPY", rates } as const;
  const exchange = [{ currency: "JPY", validFrom: "2026-10-01", rate: 126_000 }] as const;
  const on = (usedOn: "2026-03-01" | "2026-05-01" | "2026-11-01") =>
    priced({ units: 100, usedOn }, tariff, { into: "MXN", exchange });
  expect(on("2026-03-01")).toMatchObject({ price: null, amount: null, total: null });
  expect(on("2026-05-01")).toMatchObject({ amount: 145_000n, total: null, exchange: null });
  expect(on("2026-11-01")).toMatchObject({ total: 1_827_000n, exchange: { rate: 126_000 } });
});

test("what payers have paid adds up to the whole, whatever the lines", () => {
  const line = fc.record({
    payer: fc.constantFrom("JICA", "AMEXCID", "MX-CUSTOMS"),
    form: fc.constantFrom<CostForm>("money", "inKind"),
    total: fc.option(fc.bigInt({ min: 0n, max: 10n ** 18n })),
  });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const sums = sumsByPayer(lines);
      const whole = lines.reduce((sum, { total }) => sum + (total ?? 0n), 0n);
      expect(sums.reduce((sum, { total }) => sum + total, 0n)).toBe(whole);
      for (const { sums: own, total } of sums) expect(own.money + own.inKind).toBe(total);
      expect(sums.map(({ total }) => total)).toEqual(
        sums.map(({ total }) => total).toSorted((a, b) => (a > b ? -1 : 1)),
      );
      for (const { total } of sums) expect(shareOf(total, whole)).toBeLessThanOrEqual(1);
    }),
  );
});

test("a converted amount is never more than half a smallest part from the exact one", () => {
  const currency = fc.constantFrom(...currencies);
  fc.assert(
    fc.property(
      ...([
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        currency,
        currency,
        fc.integer({ min: 1, max: 1_999_999_999 }),
      ] as const),
      (amount, from, to, rate) => {
        const numerator = amount * BigInt(rate) * 10n ** BigInt(currencyDigits[to]);
        const denominator = 10n ** 6n * 10n ** BigInt(currencyDigits[from]);
        const off = 2n * (converted(amount, from, to, rate) * denominator - numerator);
        expect(off <= denominator && off > -denominator - 1n).toBe(true);
      },
    ),
  );
});

test.each([
  [{ "rate.1.amount": "1450.505" }, "rate.1.amount"],
  [{ currency: "JPY", "rate.1.amount": "1450.5" }, "rate.1.amount"],
  [{ "rate.1.amount": "" }, "rate.1.amount"],
  [{ "rate.1.amount": "-1" }, "rate.1.amount"],
  [{ "rate.1.validFrom": "" }, "rate.1.validFrom"],
  [{ "rate.2.validFrom": "2026-04-01", "rate.2.amount": "1" }, "rate.2.validFrom"],
  [{ "name.es": "" }, "name.es"],
])("a tariff with %j is refused at its field", (fields, field) => {
  const { error } = tariffForm.safeParse({ ...tariffFields, ...fields });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

test("a rate of the currency in which one adds up makes no sense", () => {
  const rate = { "rate.1.currency": "MXN", "rate.1.validFrom": "2026-04-01", "rate.1.rate": "1" };
  const { error } = exchangeForm.safeParse({ currency: "MXN", ...rate });
  expect(error?.issues.map(({ message }) => message)).toEqual(["programmes:exchange.form.same"]);
});
