import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { DeskSlot } from "@/api/shapes";
import { resort } from "@/lib/resort";
import { refused } from "@/testing/answers";
import { anActivity } from "@/testing/builders";
import { aDeskSlot } from "@/testing/desk-builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { SchedulePage } from "./SchedulePage";

let slot: DeskSlot;
let version = 1;
let sent: { path: string; body: unknown; tag: string | null }[] = [];

const concerned = {
  id: "b-1",
  reference: "ABCD2345",
  time_slot_id: "slot-1",
  guest_id: "g-1",
  name: "Ana Lopez",
  room: "204",
  phone: null,
  participants: 2,
  total_price: "160.00",
};

beforeEach(() => {
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US", currency: "USD" });
  slot = aDeskSlot({ start_time: "2099-10-16T19:00:00Z", end_time: "2099-10-16T19:30:00Z" });
  version = 1;
  sent = [];
  const note = async (request: Request) => {
    const body: unknown = await request.clone().json();
    sent.push({ path: new URL(request.url).pathname.split("/staff")[1] ?? "", body, tag: request.headers.get("If-Match") });
  };
  const tagged = (body: object) => HttpResponse.json(body, { headers: { ETag: `"v${version}"` } });
  const effects = () => ({
    ...slot,
    dry_run: true,
    closing_id: null,
    bookings: [concerned],
    guests: 1,
    people: 2,
    total_price: "160.00",
    currency: "USD",
  });
  server.use(
    http.get("*/staff/activities/", () => HttpResponse.json({ items: [anActivity()], next_cursor: null })),
    http.get("*/activities/categories/", () => HttpResponse.json({ items: [] })),
    http.get("*/staff/slots/", ({ request }) => {
      const isItsDay = new URL(request.url).searchParams.get("from") === "2099-10-16";
      return HttpResponse.json({ items: isItsDay ? [slot] : [], next_cursor: null });
    }),
    http.get("*/staff/slots/slot-1/", () => tagged(slot)),
    http.get("*/activities/a-1/availability/", () => HttpResponse.json({ activity_id: "a-1", timezone: "America/Cancun", slots: [] })),
    http.patch("*/staff/slots/slot-1/", async ({ request }) => {
      await note(request);
      if (request.headers.get("If-Match") !== `"v${version}"`) return refused(412, { code: "PRECONDITION_FAILED" });
      version += 1;
      slot = { ...slot, ...((await request.json()) as Partial<DeskSlot>) };
      return tagged(slot);
    }),
    http.post("*/staff/slots/slot-1/close/", async ({ request }) => {
      await note(request);
      return tagged(effects());
    }),
    http.post("*/staff/slots/slot-1/delay/", async ({ request }) => {
      await note(request);
      return tagged({ ...effects(), start_time: "2099-10-16T19:30:00Z" });
    }),
  );
});

async function opened() {
  renderAt(<SchedulePage />, { path: "/desk/schedule", at: "/desk/schedule?date=2099-10-16" });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /^2:00.PM, Jet Skiing, 2 of 8 seats sold$/ }));
  return { user, dialog: within(await screen.findByRole("dialog", { name: "Jet Skiing" })) };
}

describe("a departure on the schedule", { timeout: 20_000 }, () => {
  it("tells the second of two who edit it, shows it as it is now, and takes the next try", async () => {
    const { user, dialog } = await opened();
    await user.click(await dialog.findByRole("button", { name: "Seats" }));
    await user.click(dialog.getByRole("button", { name: /One more/ }));
    version = 2;
    slot = { ...slot, capacity: 12 };

    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(await dialog.findByText(/Somebody else has changed this departure/)).toBeVisible();
    expect(await dialog.findByText("2 of 12 seats sold")).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Save" }));

    await waitFor(() => { expect(slot.capacity).toBe(9); });
    expect(sent.map(({ tag }) => tag)).toEqual(['"v1"', '"v2"']);
  });

  it("is called off only after it was shown whom that concerns", async () => {
    const { user, dialog } = await opened();
    await user.click(await dialog.findByRole("button", { name: "Call off" }));
    await user.click(dialog.getByRole("button", { name: "Strong wind" }));
    await user.click(dialog.getByRole("button", { name: "See what it would do" }));

    expect(await dialog.findByText("1 booking for 2 people would be cancelled.")).toBeVisible();
    expect(dialog.getByText("No phone: tell them in person")).toBeVisible();
    expect(sent.map(({ body }) => body)).toEqual([{ dry_run: true }]);
    await user.click(dialog.getByRole("button", { name: "Call it off" }));

    await waitFor(() => {
      expect(sent).toContainEqual({ path: "/slots/slot-1/close/", body: { reason: "Strong wind" }, tag: '"v1"' });
    });
  });

  it("is delayed with the new time that guests will be told", async () => {
    const { user, dialog } = await opened();
    await user.click(await dialog.findByRole("button", { name: "Delay" }));

    expect(await dialog.findByText(/It would start at 2:30.PM/)).toBeVisible();
    await user.clear(dialog.getByLabelText("Minutes later"));
    expect(dialog.getByRole("button", { name: /Delay by/ })).toBeDisabled();
  });
});

describe("the week", () => {
  it("sums up each activity's day", async () => {
    renderAt(<SchedulePage />, { path: "/desk/schedule", at: "/desk/schedule?date=2099-10-16&view=week" });

    expect(await screen.findByText("1 departure, 2 of 8 seats sold")).toBeVisible();
    expect(screen.getByRole("table", { name: "Activities by the day" })).toBeVisible();
  });
});
