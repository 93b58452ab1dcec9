import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WholeBooking } from "@/api/shapes";
import { noteServerTime } from "@/lib/clock";
import { resort } from "@/lib/resort";
import { signedIn } from "@/lib/session";
import { refused } from "@/testing/answers";
import { anActivity, aSlot, aUser } from "@/testing/builders";
import { aConversation, aWholeBooking } from "@/testing/desk-builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { UndoBar } from "../parts/UndoBar";
import { DeskBookingPage } from "./DeskBookingPage";

const NOW = "2026-10-14T12:00:00Z";
const free = aSlot({ id: "slot-2", start_time: "2026-10-16T21:00:00Z" });
const instead = { id: "slot-3", start_time: "2026-10-17T15:00:00Z", end_time: "2026-10-17T15:30:00Z", seats_left: 4 };
let stored: WholeBooking;
let sent: { path: string; body: unknown; key: string | null }[] = [];

beforeEach(() => {
  atTime(NOW);
  signedIn(aUser({ id: "s-2", role: "staff" }), "c");
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US", currency: "USD" });
  stored = aWholeBooking();
  sent = [];
  server.use(
    http.get("*/staff/bookings/ABCD2345/", () => HttpResponse.json(stored)),
    http.get("*/activities/a-1/", () => HttpResponse.json(anActivity())),
    http.get("*/activities/a-1/availability/", () => HttpResponse.json({ activity_id: "a-1", timezone: "America/Cancun", slots: [free] })),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

function atTime(moment: string) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
  noteServerTime(new Date(moment).toUTCString());
}

/** Let the API take changes: note what was sent, and keep what comes of it. */
function takes(method: "post" | "patch", path: string, answer: (body: object) => Partial<WholeBooking> | Response) {
  server.use(
    http[method](`*/staff/bookings/b-1/${path}`, async ({ request }) => {
      const body = (await request.json()) as object;
      sent.push({ path, body, key: request.headers.get("Idempotency-Key") });
      const change = answer(body);
      if (change instanceof Response) return change;
      stored = { ...stored, ...change };
      return HttpResponse.json(stored);
    }),
  );
}

async function opened(part: Partial<WholeBooking> = {}) {
  stored = { ...stored, ...part };
  renderAt(<><DeskBookingPage /><UndoBar /></>, { path: "/desk/bookings/:key", at: "/desk/bookings/ABCD2345" });
  await screen.findByRole("heading", { name: "Jet Skiing" });
  return userEvent.setup();
}

describe("a booking at the desk", { timeout: 20_000 }, () => {
  it("is cancelled with a reason and a fee, which has to be an amount", async () => {
    takes("post", "cancel/", () => ({ status: "cancelled", cancellation_reason: "Get well soon" }));
    const user = await opened();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    const dialog = within(screen.getByRole("dialog"));
    await user.type(dialog.getByLabelText("Why? The guest reads it."), "Get well soon");
    await user.type(dialog.getByLabelText("Fee (optional)"), "lots");
    await user.click(dialog.getByRole("button", { name: "Cancel the booking" }));
    expect(dialog.getByText("An amount such as 15 or 15.50")).toBeVisible();
    expect(sent).toEqual([]);

    await user.clear(dialog.getByLabelText("Fee (optional)"));
    await user.type(dialog.getByLabelText("Fee (optional)"), "15,5");
    await user.click(dialog.getByRole("button", { name: "Cancel the booking" }));

    expect(await screen.findByText("Cancelled", { selector: "span" })).toBeVisible();
    expect(sent.map(({ body }) => body)).toEqual([{ reason: "Get well soon", fee: "15.5" }]);
    expect(screen.queryByRole("button", { name: "Cancel" })).toBeNull();
  });

  it("keeps its time where the new one is gone, and shows what is free instead", async () => {
    const alternatives = [instead];
    takes("post", "reschedule/", (body) =>
      "time_slot_id" in body && body.time_slot_id === "slot-2"
        ? refused(409, { code: "SLOT_UNAVAILABLE", message: "This time slot is no longer available", details: { alternatives } })
        : { time_slot: instead },
    );
    const user = await opened();
    await user.click(screen.getByRole("button", { name: "Move" }));
    const dialog = within(screen.getByRole("dialog"));
    await user.click(await dialog.findByRole("button", { name: /4:00.PM, 6 places left/ }));
    await user.click(dialog.getByRole("button", { name: /^Move to/ }));

    expect(await dialog.findByText("This time is no longer free.")).toBeVisible();
    await user.click(dialog.getByRole("button", { name: /10:00.AM, 4 places left/ }));
    await user.click(dialog.getByRole("button", { name: /^Move to/ }));

    expect(await screen.findByText(/^Moved to Saturday, October 17/)).toBeVisible();
    expect(sent.map(({ body }) => body)).toEqual([{ time_slot_id: "slot-2" }, { time_slot_id: "slot-3" }]);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });

  it("shows what the guest asks until somebody has answered", async () => {
    let talk = aConversation({ summary: "Wants a person\nABCD-2345: may we come later?" });
    server.use(http.get("*/staff/conversations/u-1/", () => HttpResponse.json(talk)));
    await opened({ notes: [{ id: "n-1", author_id: "u-1", body: "may we come later?", created_at: NOW }] });

    const asked = (await screen.findByText("The guest asks the desk")).closest("section");
    expect(asked).toHaveTextContent("ABCD-2345: may we come later?");
    expect(asked).not.toHaveTextContent("Wants a person");
    talk = aConversation({ status: "bot" });

    await waitFor(() => { expect(screen.queryByText("The guest asks the desk")).toBeNull(); });
  });

  it("is marked as a no-show from its start on, and that is taken back by one tap", async () => {
    takes("patch", "", (body) => body);
    atTime("2026-10-16T19:05:00Z");
    const user = await opened();
    await user.click(screen.getByRole("button", { name: "No-show" }));
    expect(await screen.findByText("Marked as a no-show.")).toBeVisible();

    await user.click(screen.getByRole("button", { name: /^Undo/ }));

    await waitFor(() => { expect(stored.status).toBe("confirmed"); });
    expect(sent.map(({ body }) => body)).toEqual([{ status: "no_show" }, { status: "confirmed" }]);
  });

  it("lets an admin have the guest erased, which is refused while something is booked ahead", async () => {
    let isAhead = true;
    const message = "A booking is still ahead";
    signedIn(aUser({ id: "s-1", role: "admin" }), "c");
    server.use(
      http.delete("*/staff/guests/u-1/", () => (isAhead ? refused(409, { code: "CONFLICT", message }) : new HttpResponse(null, { status: 204 }))),
    );
    const user = await opened();
    await user.click(screen.getByRole("button", { name: "Erase this guest" }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Erase" }));
    expect(await screen.findByText(message)).toBeVisible();
    isAhead = false;

    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Erase" }));

    expect(await screen.findByText("The guest is erased.")).toBeVisible();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("can't have been missed before it starts", async () => {
    await opened();

    expect(screen.queryByRole("button", { name: "No-show" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Erase this guest" })).toBeNull();
  });
});
