import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Booking } from "@/api/shapes";
import { noteServerTime } from "@/lib/clock";
import { resort } from "@/lib/resort";
import { signedIn, signedOut } from "@/lib/session";
import { refused } from "@/testing/answers";
import { aBooking, aUser } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { BookingsPage } from "./BookingsPage";

const NOW = "2026-10-14T12:00:00Z";
let stored: Booking[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  noteServerTime(new Date(NOW).toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
  signedIn(aUser(), "c");
  stored = [];
  server.use(
    http.get("*/bookings/", ({ request }) => {
      const statuses = new URL(request.url).searchParams.getAll("status");
      return HttpResponse.json({ items: stored.filter(({ status }) => statuses.includes(status)), next_cursor: null });
    }),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

function named(name: string, part: Partial<Booking>): Booking {
  return aBooking({ id: name, reference: name.toUpperCase(), ...part, activity: { ...aBooking().activity, name } });
}

const at = (start: string, end: string) => ({ time_slot: { id: "s", start_time: start, end_time: end } });
const names = (list: HTMLElement) => within(list).getAllByRole("heading", { level: 3 }).map((one) => one.textContent);

it("what waits comes first, then what is ahead, then what was", async () => {
  stored = [
    named("Late", { status: "confirmed", ...at("2026-10-20T12:00:00Z", "2026-10-20T13:00:00Z") }),
    named("Soon", { status: "confirmed", ...at("2026-10-15T12:00:00Z", "2026-10-15T13:00:00Z") }),
    named("Just over", { status: "confirmed", ...at("2026-10-14T10:00:00Z", "2026-10-14T11:00:00Z") }),
    named("Off", { status: "cancelled" }),
    named("Longer", { expires_at: "2026-10-14T12:29:00Z" }),
    named("Shorter", { expires_at: "2026-10-14T12:09:00Z" }),
  ];

  renderAt(<BookingsPage />);

  expect(names(await screen.findByRole("region", { name: "Waiting for your yes" }))).toEqual(["Shorter", "Longer"]);
  expect(names(screen.getByRole("region", { name: "Coming up" }))).toEqual(["Soon", "Late"]);
  expect(names(screen.getByRole("region", { name: "Earlier" }))).toEqual(["Just over", "Off"]);
});

it("a hold is confirmed right in the list", async () => {
  stored = [named("Kayak", {})];
  server.use(
    http.post("*/bookings/Kayak/confirm/", () => {
      stored = stored.map((one) => ({ ...one, status: "confirmed", expires_at: null }));
      return HttpResponse.json(stored[0]);
    }),
  );
  renderAt(<BookingsPage />);

  await userEvent.click(await screen.findByRole("button", { name: "Confirm: Kayak" }));

  expect(names(await screen.findByRole("region", { name: "Coming up" }))).toEqual(["Kayak"]);
  expect(screen.queryByRole("region", { name: "Waiting for your yes" })).not.toBeInTheDocument();
});

it("of a long list all that is open is there, and the rest on a tap", async () => {
  const kayak = named("Kayak", { status: "confirmed" });
  const yoga = named("Yoga", { status: "confirmed", ...at("2026-10-17T12:00:00Z", "2026-10-17T13:00:00Z") });
  server.use(
    http.get("*/bookings/", ({ request }) => {
      const { searchParams: asked } = new URL(request.url);
      const isNext = asked.has("cursor");
      if (asked.getAll("status").includes("confirmed"))
        return HttpResponse.json({ items: [isNext ? yoga : kayak], next_cursor: isNext ? null : "more" });
      const past = named(isNext ? "Older" : "Old", { status: "completed" });
      return HttpResponse.json({ items: [past], next_cursor: isNext ? null : "more" });
    }),
  );
  renderAt(<BookingsPage />);
  expect(names(await screen.findByRole("region", { name: "Coming up" }))).toEqual(["Kayak", "Yoga"]);

  await userEvent.click(screen.getByRole("button", { name: "Show more" }));

  expect(await screen.findByRole("heading", { name: "Older" })).toBeVisible();
});

it("nothing booked leads to what there is to do", async () => {
  renderAt(<BookingsPage />);

  expect(await screen.findByRole("heading", { name: "Nothing booked yet" })).toBeVisible();
  expect(screen.getByRole("link", { name: "See all activities" })).toHaveAttribute("href", "/activities");
});

it("a list that did not come can be asked for again", async () => {
  server.use(http.get("*/bookings/", () => refused(500, { code: "INTERNAL_ERROR" }), { once: true }));
  stored = [named("Kayak", { status: "confirmed" })];
  renderAt(<BookingsPage />);

  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("heading", { name: "Kayak" })).toBeVisible();
});

it("signed out, it leads to the sign-in and back", async () => {
  signedOut();

  renderAt(<BookingsPage />);

  expect(await screen.findByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/login");
});
