import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { Charge } from "@/api/shapes";
import { resort } from "@/lib/resort";
import { refused } from "@/testing/answers";
import { aCharge } from "@/testing/desk-builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { ChargesPage } from "./ChargesPage";
import { totalsOf } from "./totals";

let stored: Charge[] = [];

beforeEach(() => {
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US", currency: "USD" });
  stored = [
    aCharge(),
    aCharge({ id: "c-2", room: "508", lead_name: "Nadia Okafor", amount: "0.10" }),
    aCharge({ id: "c-3", room: "508", lead_name: "Nadia Okafor", amount: "-30.20", kind: "reversal" }),
  ];
  server.use(
    http.get("*/staff/charges/", () => HttpResponse.json({ items: stored, next_cursor: null })),
    http.post<{ id: string; step: string }>("*/staff/charges/:id/:step/", ({ params }) => {
      if (params.id === "c-3") return refused(409, { code: "CONFLICT", message: "Somebody has waived it" });
      const state = params.step === "waive" ? "waived" : "posted";
      stored = stored.map((one) => (one.id === params.id ? { ...one, state } : one));
      return HttpResponse.json(stored.find(({ id }) => id === params.id));
    }),
  );
});

async function opened() {
  renderAt(<ChargesPage />, { path: "/desk/charges", at: "/desk/charges?date=2026-10-16" });
  await screen.findAllByText("Ana Lopez");
  return userEvent.setup();
}

function totals() {
  return [...screen.getByLabelText("Totals").querySelectorAll("dd")].map(({ textContent }) => textContent);
}

it("adds charges up to the cent, what is given back too", () => {
  const cents = [aCharge({ amount: "0.10" }), aCharge({ amount: "0.20" }), aCharge({ amount: "-0.30", kind: "reversal" })];

  expect(totalsOf([...cents, aCharge({ amount: "15.05", state: "waived" })])).toEqual({
    open: { count: 3, amount: "0.00" },
    posted: { count: 0, amount: "0.00" },
    waived: { count: 1, amount: "15.05" },
  });
});

describe("the charges of a day", { timeout: 20_000 }, () => {
  it("are posted one by one, once that was asked about", async () => {
    const user = await opened();
    expect(totals()).toEqual(["$129.90", "0", "0"]);

    await user.click(screen.getByRole("button", { name: "Post: 204, $160" }));
    expect(stored[0]?.state).toBe("open");
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "It is posted" }));

    await waitFor(() => { expect(totals()).toEqual(["-$30.10", "$160", "0"]); });
    expect(screen.queryByRole("button", { name: /^Post: 204/ })).toBeNull();
  });

  it("show what was posted of all where one of them is refused", async () => {
    const user = await opened();

    await user.click(screen.getByRole("button", { name: /^Post all 3/ }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: /post/i }));

    expect(await within(screen.getByRole("dialog")).findByText("Somebody has waived it")).toBeVisible();
    await waitFor(() => { expect(totals()).toEqual(["-$30.20", "$160.10", "0"]); });
  });
});
