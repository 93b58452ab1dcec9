import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";
import { noteServerTime } from "@/lib/clock";
import { forgetKept } from "@/lib/kept";
import { resort } from "@/lib/resort";
import { refused } from "@/testing/answers";
import { anActivity } from "@/testing/builders";
import { aDeparture, aDeskBooking } from "@/testing/desk-builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { closeQuickBooking } from "./quick";
import { QuickBooking } from "./QuickBooking";

const MORNING = "2026-10-15T15:00:00Z"; // 10 in Cancún
const jet = aDeparture("Jet Skiing", "2026-10-15T19:00:00Z");
const later = aDeparture("Jet Skiing", "2026-10-15T21:00:00Z");
const other = { id: "slot-9", start_time: "2026-10-15T20:00:00Z", end_time: "2026-10-15T21:00:00Z", seats_left: 2 };

interface Sent {
  key: string | null;
  body: unknown;
}

/** The API as the dialog meets it; answers what was sent to book. */
function api(refusals: (() => Response)[] = []): Sent[] {
  const sent: Sent[] = [];
  server.use(
    http.get("*/api/v1/staff/arrivals/", ({ request }) => {
      const date = new URL(request.url).searchParams.get("date");
      return HttpResponse.json({ date, items: date === "2026-10-15" ? [jet, later] : [] });
    }),
    http.get("*/api/v1/staff/activities/a-1/", () => HttpResponse.json(anActivity())),
    http.get("*/api/v1/staff/bookings/", () => HttpResponse.json({ items: [aDeskBooking()], next_cursor: null })),
    http.post("*/api/v1/staff/bookings/", async ({ request }) => {
      sent.push({ key: request.headers.get("Idempotency-Key"), body: await request.json() });
      return refusals.shift()?.() ?? HttpResponse.json(aDeskBooking({ reference: "WXYZ2345" }), { status: 201 });
    }),
  );
  return sent;
}

async function open() {
  renderAt(<QuickBooking />);
  const user = userEvent.setup();
  await user.keyboard("n");
  await screen.findByRole("textbox", { name: "Who" });
  return user;
}

beforeEach(() => {
  forgetKept();
  closeQuickBooking();
  noteServerTime(new Date(MORNING).toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
});

it("books by the keyboard alone", async () => {
  const sent = api();
  const user = await open();

  await user.keyboard("Lopez 204{Tab}jet 4pm");
  await screen.findByRole("option", { name: /4:00/ });
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(screen.getByLabelText("Adult")).toHaveFocus();
  });
  await user.keyboard("2{Tab}1{Enter}");

  expect(await screen.findByText("WXYZ-2345")).toBeVisible();
  expect(sent.map(({ body }) => body)).toEqual([
    { time_slot_id: later.slot.id, guest: { name: "Lopez", room: "204", phone: null }, party: { adult: 2, child: 1 } },
  ]);
  expect(screen.getByRole("button", { name: "Book another" })).toHaveFocus();
});

it("goes through what fits by arrow keys, and back again", async () => {
  api();
  const user = await open();

  await user.keyboard("{Tab}jet");
  await screen.findAllByRole("option");
  await user.keyboard("{ArrowDown}");
  const second = screen.getByRole("option", { selected: true }).textContent;
  await user.keyboard("{ArrowDown}");

  expect(second).toMatch(/4:00/);
  expect(screen.getByRole("option", { selected: true })).toHaveTextContent(/2:00/);
});

it("knows who calls by the number", async () => {
  const sent = api();
  const user = await open();

  await user.keyboard("+1 415 555 0123");
  expect(await screen.findByText("Ana Lopez · +14155550123")).toBeVisible();
  await user.keyboard("{Tab}jet");
  await screen.findAllByRole("option");
  await user.keyboard("{Enter}");
  await screen.findByLabelText("Adult");
  await user.click(screen.getByRole("button", { name: "Book" }));

  await screen.findByText("WXYZ-2345");
  expect(sent[0]?.body).toMatchObject({ guest: { name: "Ana Lopez", phone: "+14155550123" } });
});

it("offers other times where it was taken meanwhile, and books one by a tap", async () => {
  const taken = () => refused(409, { code: "SLOT_UNAVAILABLE", details: { alternatives: [other] } });
  const sent = api([taken]);
  const user = await open();
  await user.keyboard("Bo{Tab}jet");
  await screen.findAllByRole("option");
  await user.keyboard("{Enter}");
  await screen.findByLabelText("Adult");
  await user.keyboard("{Enter}");

  await user.click(await screen.findByRole("button", { name: /^Book Thu, Oct 15, 3:00/ }));

  expect(await screen.findByText("WXYZ-2345")).toBeVisible();
  expect(sent[1]?.body).toMatchObject({ time_slot_id: "slot-9", guest: { name: "Bo" } });
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

it("is sent with the same key again while nobody knows what came of it", async () => {
  const busy = () => refused(503, { code: "SERVICE_UNAVAILABLE", headers: { "Retry-After": "0" } });
  const sent = api([busy]);
  const user = await open();
  await user.keyboard("{Tab}jet");
  await screen.findAllByRole("option");
  await user.keyboard("{Enter}");
  await screen.findByLabelText("Adult");
  await user.keyboard("{Enter}");

  expect(await screen.findByText("WXYZ-2345")).toBeVisible();
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
});

it("holds until a time, whole, for staff's own reasons", async () => {
  const sent = api();
  const user = await open();
  await user.keyboard("Club{Tab}jet");
  await screen.findAllByRole("option");
  await user.keyboard("{Enter}");
  await screen.findByLabelText("Adult");
  await user.click(screen.getByText("More: hold, private, note"));
  await user.type(screen.getByLabelText("Hold until"), "2026-10-15T12:30");
  await user.click(screen.getByText(/^Private departure/));
  await user.click(screen.getByText(/^Tell the guest/));
  await user.type(screen.getByLabelText("Note for staff"), "Pays later");

  await user.click(screen.getByRole("button", { name: "Hold" }));

  await screen.findByText("WXYZ-2345");
  expect(sent[0]?.body).toMatchObject({ hold_until: "2026-10-15T17:30:00Z", private: true, notify: false, note: "Pays later" });
});

it("asks for a departure before it books, and opens on no letter typed into a field", async () => {
  const sent = api();
  const user = await open();

  await user.keyboard("Ann{Enter}");

  expect(await screen.findByText("Choose a departure first.")).toBeVisible();
  expect(sent).toEqual([]);
  expect(screen.getAllByRole("dialog")).toHaveLength(1);
});
