import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Offer } from "@/api/shapes";
import { noteServerTime } from "@/lib/clock";
import { resort } from "@/lib/resort";
import { signedIn, signedOut } from "@/lib/session";
import { refused } from "@/testing/answers";
import { anActivity, aSlot, aUser } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { HomePage } from "./HomePage";

const NOW = "2026-10-16T14:00:00Z";

function offer(name: string, start_time: string, booked = 0): Offer {
  const slot = aSlot({ id: name, start_time, capacity: 10, booked_count: booked, seats_left: 10 - booked });
  return { ...anActivity({ id: name, slug: name, name }), next_slots: [slot] };
}

function serves(offers: Offer[]): void {
  server.use(http.get("*/api/v1/activities/", () => HttpResponse.json({ items: offers, next_cursor: null })));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  noteServerTime(new Date(NOW).toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
  signedOut();
  server.use(
    http.get("*/recommendations/", () => HttpResponse.json({ items: [], source: "rules" })),
    http.get("*/activities/categories/", () =>
      HttpResponse.json({ items: [{ code: "watersports", label: "Watersports", activity_count: 2 }] }),
    ),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

const shelf = async (name: string) => within((await screen.findByRole("heading", { name })).closest("section") ?? document.body);

it("greets by the resort's time of day and leads into each kind", async () => {
  serves([]);
  renderAt(<HomePage />);

  expect(screen.getByText("Good morning")).toBeInTheDocument();
  expect(await screen.findByRole("link", { name: /Watersports/ })).toHaveAttribute("href", "/activities?category=watersports");
});

it("shows what is still free today, and what fills up", async () => {
  serves([offer("sail", "2026-10-16T20:00:00Z"), offer("dive", "2026-10-18T20:00:00Z", 8)]);
  renderAt(<HomePage />);

  expect(await (await shelf("Still free today")).findByRole("link", { name: "sail" })).toBeInTheDocument();
  expect((await shelf("Going fast")).getByRole("link", { name: "dive" })).toBeInTheDocument();
});

it("goes on to tomorrow where nothing is left today", async () => {
  serves([offer("sail", "2026-10-17T20:00:00Z")]);
  renderAt(<HomePage />);

  const tomorrow = await shelf("Free tomorrow");
  expect(tomorrow.getByRole("link", { name: "sail" })).toBeInTheDocument();
  expect(tomorrow.getByRole("link", { name: /See all/ })).toHaveAttribute("href", "/activities?date=2026-10-17");
});

it("searches from the first page on", async () => {
  serves([]);
  renderAt(<HomePage />);

  await userEvent.type(screen.getByRole("searchbox"), "massage{Enter}");

  expect(screen.getByTestId("address")).toHaveTextContent("/activities?q=massage");
});

it("stays of use where the list cannot be had", async () => {
  server.use(http.get("*/api/v1/activities/", () => refused(500, { code: "INTERNAL_ERROR" })));
  renderAt(<HomePage />);

  expect(await screen.findByRole("alert")).toHaveTextContent("went wrong on our side");
  expect(screen.getByRole("searchbox")).toBeInTheDocument();
});

it("recommends with a reason, and takes an opinion from who is signed in", async () => {
  serves([]);
  const told: unknown[] = [];
  server.use(
    http.get("*/recommendations/", () =>
      HttpResponse.json({
        items: [{ activity: anActivity(), score: 0.5, reason: "You like the water. Next: today at 2:00 PM.", next_slot: aSlot() }],
        source: "rules",
      }),
    ),
    http.post("*/recommendations/feedback/", async ({ request }) => {
      told.push(await request.json());
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  signedIn(aUser(), "csrf");
  renderAt(<HomePage />);

  const mine = await shelf("Recommended for you");
  expect(await mine.findByText("You like the water.")).toBeInTheDocument();
  await userEvent.click(mine.getByRole("button", { name: "Yes, more like this" }));

  expect(await screen.findByText("Thank you, that helps us to recommend.")).toBeInTheDocument();
  expect(told).toEqual([{ activity_id: "a-1", helpful: true }]);
});
