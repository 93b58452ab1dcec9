import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Activity, Slot } from "@/api/shapes";
import { noteServerTime } from "@/lib/clock";
import { resort } from "@/lib/resort";
import { signedIn, signedOut } from "@/lib/session";
import { refused } from "@/testing/answers";
import { aBooking, anActivity, aSlot, aUser } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { ActivityPage } from "./ActivityPage";
import { keepPendingHold, pendingHoldOf } from "./pending-hold";

const NOW = "2026-10-16T12:00:00Z";
const MORNING = aSlot({ id: "morning", start_time: "2026-10-16T15:00:00Z" });
const AFTERNOON = aSlot({ id: "afternoon", start_time: "2026-10-16T19:00:00Z", seats_left: 1 });
const TOMORROW = aSlot({ id: "tomorrow", start_time: "2026-10-17T15:00:00Z" });

let slots: Slot[];
let wishes: { body: unknown; key: string | null }[];

function serves(activity: Partial<Activity> = {}): void {
  server.use(
    http.get("*/activities/categories/", () => HttpResponse.json({ items: [] })),
    http.get("*/activities/jet-skiing/", () => HttpResponse.json(anActivity({ min_party: 1, max_party: null, ...activity }))),
    http.get("*/activities/jet-skiing/availability/", () =>
      HttpResponse.json({ activity_id: "a-1", timezone: "America/Cancun", slots }),
    ),
    http.post("*/bookings/", async ({ request }) => {
      wishes.push({ body: await request.json(), key: request.headers.get("Idempotency-Key") });
      return HttpResponse.json(aBooking(), { status: 201 });
    }),
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  noteServerTime(new Date(NOW).toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
  sessionStorage.clear();
  slots = [MORNING, AFTERNOON, TOMORROW];
  wishes = [];
  signedIn(aUser(), "csrf");
});

afterEach(() => {
  vi.useRealTimers();
  signedOut();
});

const show = (query = "") => renderAt(<ActivityPage />, { path: "/activities/:key", at: `/activities/jet-skiing${query}` });
const address = () => screen.getByTestId("address").textContent;

it("shows what it is, what it costs, and the times of the first free day with the places left", async () => {
  serves();
  show();

  expect(await screen.findByRole("heading", { level: 1, name: "Jet Skiing" })).toBeInTheDocument();
  expect(await screen.findByRole("button", { name: /10:00\sAM 6 places left/ })).toBeEnabled();
  expect(screen.getByRole("button", { name: /2:00\sPM 1 place left/ })).toBeEnabled();
  expect(screen.getByRole("button", { name: "Sat 17, Saturday, October 17: free" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Sun 18, Sunday, October 18: no departures" })).toBeInTheDocument();
});

it("says why a time cannot be had", async () => {
  slots = [aSlot({ id: "x", start_time: MORNING.start_time, is_available: false, reason: "sold_out", seats_left: 0 }), TOMORROW];
  serves();
  show("?day=2026-10-16");

  expect(await screen.findByRole("button", { name: /10:00\sAM Sold out/ })).toBeDisabled();
});

it("adds up the party by its rates, and holds with all that was picked and typed", async () => {
  serves();
  show();
  await userEvent.click(await screen.findByRole("button", { name: /10:00\sAM/ }));
  await userEvent.click(screen.getByRole("button", { name: "One more: Adult" }));

  await userEvent.type(screen.getByLabelText("Special requests"), "Long life jackets");
  expect(screen.getByText("$160")).toBeInTheDocument();
  expect(address()).toBe("/activities/jet-skiing?day=2026-10-16&slot=morning");
  await userEvent.click(screen.getByRole("button", { name: "Hold my place" }));

  await waitFor(() => {
    expect(address()).toBe("/bookings/ABCD2345");
  });
  expect(wishes).toEqual([
    {
      body: { activity_id: "a-1", time_slot_id: "morning", party: { adult: 2 }, special_requests: "Long life jackets" },
      key: expect.stringMatching(/.{20,}/) as string,
    },
  ]);
});

it("sends whoever is signed out to sign in, with all of it, and to come back", async () => {
  signedOut();
  serves();
  show("?day=2026-10-16&slot=morning");
  await userEvent.type(await screen.findByLabelText("Special requests"), "Window");

  await userEvent.click(await screen.findByRole("button", { name: "Hold my place" }));

  await waitFor(() => {
    expect(address()).toBe("/login");
  });
  expect(pendingHoldOf("jet-skiing")).toEqual({ activityKey: "jet-skiing", slotId: "morning", party: { adult: 1 }, requests: "Window" });
  expect(wishes).toEqual([]);
});

it("makes the hold by itself after the sign-in", async () => {
  keepPendingHold({ activityKey: "jet-skiing", slotId: "morning", party: { adult: 2 }, requests: "Window" });
  serves();
  show("?day=2026-10-16&slot=morning&hold=1");

  await waitFor(() => {
    expect(address()).toBe("/bookings/ABCD2345");
  });
  expect(wishes.map(({ body }) => body)).toEqual([
    { activity_id: "a-1", time_slot_id: "morning", party: { adult: 2 }, special_requests: "Window" },
  ]);
  expect(pendingHoldOf("jet-skiing")).toBeNull();
});

it("holds nothing by itself for who only looks again", async () => {
  keepPendingHold({ activityKey: "jet-skiing", slotId: "morning", party: { adult: 2 }, requests: "Window" });
  serves();
  show("?day=2026-10-16&slot=morning");

  expect(await screen.findByLabelText("Special requests")).toHaveValue("Window");
  expect(await screen.findByText("$160")).toBeInTheDocument();
  expect(wishes).toEqual([]);
});

it("offers other times as buttons where the chosen one was taken, and holds the one that is tapped", async () => {
  serves();
  const alternative = { id: "tomorrow", start_time: TOMORROW.start_time, end_time: TOMORROW.end_time, seats_left: 6 };
  server.use(
    http.post(
      "*/bookings/",
      () => refused(409, { code: "SLOT_UNAVAILABLE", details: { reason: "sold_out", alternatives: [alternative] } }),
      { once: true },
    ),
  );
  show("?day=2026-10-16&slot=morning");
  await userEvent.click(await screen.findByRole("button", { name: "Hold my place" }));

  const told = await screen.findByRole("alert");
  expect(told).toHaveTextContent("Just taken. These are free:");
  await userEvent.click(within(told).getByRole("button", { name: /Hold Tomorrow 10\sAM/ }));

  await waitFor(() => {
    expect(address()).toBe("/bookings/ABCD2345");
  });
  expect(wishes.map(({ body }) => body)).toMatchObject([{ time_slot_id: "tomorrow" }]);
});

it("notices while it is looked at that the chosen time is gone, and names the nearest", async () => {
  slots = [{ ...MORNING, is_available: false, reason: "sold_out", seats_left: 0 }, AFTERNOON, TOMORROW];
  serves();
  show("?day=2026-10-16&slot=morning");

  const told = await screen.findByRole("alert");
  await userEvent.click(within(told).getByRole("button", { name: /Today 2\sPM/ }));

  expect(address()).toBe("/activities/jet-skiing?day=2026-10-16&slot=afternoon");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  expect(await screen.findByRole("button", { name: "Hold my place" })).toBeInTheDocument();
});

it("says in plain words what the resort refused", async () => {
  serves();
  server.use(http.post("*/bookings/", () => refused(409, { code: "HOLD_LIMIT_REACHED" })));
  show("?day=2026-10-16&slot=morning");

  await userEvent.click(await screen.findByRole("button", { name: "Hold my place" }));

  expect(await screen.findByRole("alert")).toHaveTextContent("as many open holds as possible");
});

it("keeps to the limits of a party", async () => {
  serves({ min_party: 2, max_party: 3 });
  show();

  await userEvent.click(await screen.findByRole("button", { name: "One less: Adult" }));
  expect(screen.getByRole("alert")).toHaveTextContent("It takes at least 2 people.");
  await userEvent.click(screen.getByRole("button", { name: "One more: Adult" }));
  await userEvent.click(screen.getByRole("button", { name: "One more: Child" }));

  expect(screen.getByRole("button", { name: "One more: Adult" })).toBeDisabled();
});

it("leads on where there is no such activity", async () => {
  server.use(http.get("*/activities/jet-skiing/", () => refused(404, { code: "NOT_FOUND" })));
  show();

  expect(await screen.findByRole("heading", { name: "Nothing here" })).toBeInTheDocument();
});
