import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { delay, http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Booking } from "@/api/shapes";
import { noteServerTime } from "@/lib/clock";
import { resort } from "@/lib/resort";
import { signedIn, signedOut } from "@/lib/session";
import { refused } from "@/testing/answers";
import { aBooking, anActivity, aSlot, aUser } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { BookingPage } from "./BookingPage";

const NOW = "2026-10-14T12:00:00Z";
let stored: Booking;
let sent: { path: string; body: unknown; key: string | null }[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  noteServerTime(new Date(NOW).toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US", currency: "USD" });
  signedIn(aUser(), "c");
  stored = aBooking();
  sent = [];
  server.use(
    http.get("*/bookings/ABCD2345/", () => HttpResponse.json(stored)),
    http.get("*/bookings/WXYZ6789/", () => HttpResponse.json(aBooking({ id: "b-2", reference: "WXYZ6789" }))),
    http.get("*/activities/a-1/", () => HttpResponse.json(anActivity())),
    http.get("*/activities/a-1/availability/", () =>
      HttpResponse.json({
        activity_id: "a-1",
        timezone: "America/Cancun",
        slots: [aSlot(), aSlot({ id: "slot-2", start_time: "2026-10-16T21:00:00Z" }), aSlot({ id: "slot-3", is_available: false })],
      }),
    ),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

/** Let the API take a change: note what was sent, and keep what comes of it. */
function takes(method: "post" | "patch", path: string, change: Partial<Booking>) {
  server.use(
    http[method](`*/bookings/b-1/${path}`, async ({ request }) => {
      sent.push({ path, body: await request.json(), key: request.headers.get("Idempotency-Key") });
      await delay(20);
      stored = { ...stored, ...change };
      return HttpResponse.json(stored);
    }),
  );
}

async function open(change: Partial<Booking> = {}) {
  stored = { ...stored, ...change };
  renderAt(<BookingPage />, { path: "/bookings/:key", at: "/bookings/ABCD2345" });
  await screen.findByRole("heading", { name: "Jet Skiing" });
  return userEvent.setup();
}

const confirmed = { status: "confirmed" as const, expires_at: null };
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const dialog = () => within(screen.getByRole("dialog"));

describe("a hold", () => {
  it("shows what is held, what it costs, how long, and until when it can be cancelled", async () => {
    await open();

    expect(screen.getByText("Friday, October 16")).toBeVisible();
    expect(screen.getByText("2:00 PM")).toBeVisible();
    expect(screen.getAllByText("$160")[0]).toBeVisible();
    expect(screen.getByRole("timer")).toHaveTextContent(/(30:00|29:5\d)/);
    expect(screen.getByText(/You can cancel until Thursday, October 15 at 2:00 PM/)).toBeVisible();
  });

  it("is confirmed with one tap, at once", async () => {
    takes("post", "confirm/", confirmed);
    const user = await open();

    await user.click(button("Confirm booking"));

    expect(screen.getByText("See you on Friday, October 16")).toBeVisible();
    expect(await screen.findByText(/Confirmed: Jet Skiing/)).toBeVisible();
  });

  it("is confirmed once, however often it is tapped", async () => {
    takes("post", "confirm/", confirmed);
    await open();
    const yes = button("Confirm booking");

    act(() => {
      yes.click();
      yes.click();
    });

    expect(await screen.findByText(/Confirmed: Jet Skiing/)).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  it("is repeated with the same key while nobody knows what came of it", async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post("*/bookings/b-1/confirm/", ({ request }) => {
        keys.push(request.headers.get("Idempotency-Key"));
        if (keys.length === 1) return HttpResponse.error();
        stored = { ...stored, ...confirmed };
        return HttpResponse.json(stored);
      }),
    );
    const user = await open();

    await user.click(button("Confirm booking"));

    expect(await screen.findByText(/Confirmed: Jet Skiing/, {}, { timeout: 4_000 })).toBeVisible();
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it("is a hold again where confirming was refused, and says why", async () => {
    server.use(
      http.post("*/bookings/b-1/confirm/", async () => {
        await delay(20);
        return refused(503, { code: "SERVICE_UNAVAILABLE", headers: { "Retry-After": "0" } });
      }),
    );
    const user = await open();

    await user.click(button("Confirm booking"));
    expect(screen.getByText("See you on Friday, October 16")).toBeVisible();

    expect(await screen.findByText(/busy for a moment/, {}, { timeout: 8_000 })).toBeVisible();
    expect(await screen.findByRole("button", { name: "Confirm booking" })).toBeVisible();
  }, 10_000);

  it("that ran out meanwhile reads so, whatever the page believed", async () => {
    server.use(
      http.post("*/bookings/b-1/confirm/", () => {
        stored = { ...stored, status: "expired", expires_at: null };
        return refused(409, { code: "BOOKING_EXPIRED" });
      }),
    );
    const user = await open();

    await user.click(button("Confirm booking"));

    expect(await screen.findByRole("heading", { name: "This hold has run out" })).toBeVisible();
    expect(screen.getByText(/Your hold has run out/)).toBeVisible();
  });

  it("runs out at its second, though nobody told us", async () => {
    await open({ expires_at: "2026-10-14T12:00:02Z" });
    expect(button("Confirm booking")).toBeVisible();

    vi.setSystemTime(new Date("2026-10-14T12:00:03Z"));

    expect(await screen.findByRole("heading", { name: "This hold has run out" }, { timeout: 3_000 })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Confirm booking" })).not.toBeInTheDocument();
  });

  it("counts by the resort's clock where the phone's is wrong", async () => {
    vi.setSystemTime(new Date("2026-10-14T15:00:00Z"));
    noteServerTime(new Date(NOW).toUTCString());

    await open();

    expect(screen.getByRole("timer")).toHaveTextContent(/(30:00|29:5\d)/);
  });

  it("is let go after a question", async () => {
    takes("post", "cancel/", { status: "cancelled", expires_at: null, can_cancel: false, cancelled_at: NOW });
    const user = await open();

    await user.click(button("Let it go"));
    await user.click(dialog().getByRole("button", { name: "Let it go" }));

    expect(await screen.findByText("Let go: Jet Skiing.")).toBeVisible();
    expect(sent).toMatchObject([{ path: "cancel/", body: {} }]);
  });
});

describe("a hold that ran out", () => {
  it("is held again with one tap, as it was", async () => {
    let wish: unknown;
    server.use(
      http.post("*/bookings/", async ({ request }) => {
        wish = await request.json();
        return HttpResponse.json(aBooking({ id: "b-2", reference: "WXYZ6789" }), { status: 201 });
      }),
    );
    const user = await open({ status: "expired", expires_at: null });

    await user.click(await screen.findByRole("button", { name: "Hold the same time again" }));

    await waitFor(() => {
      expect(screen.getByTestId("address")).toHaveTextContent("/bookings/WXYZ6789");
    });
    expect(wish).toMatchObject({ activity_id: "a-1", time_slot_id: "slot-1", party: { adult: 2 } });
  });

  it("offers the times nearby", async () => {
    await open({ status: "expired", expires_at: null });

    expect(await screen.findByRole("button", { name: "Fri, Oct 16, 4:00 PM" })).toBeVisible();
  });
});

describe("a confirmed booking", () => {
  it("is cancelled after a question that says until when, with a reason", async () => {
    takes("post", "cancel/", { status: "cancelled", can_cancel: false, cancelled_at: NOW });
    const user = await open(confirmed);

    await user.click(button("Cancel booking"));
    expect(dialog().getByText(/Until Thursday, October 15 at 2:00 PM you can cancel free of charge/)).toBeVisible();
    await user.type(dialog().getByLabelText("Why? (optional)"), "We are ill");
    await user.click(dialog().getByRole("button", { name: "Yes, cancel it" }));

    expect(await screen.findByText("Cancelled: Jet Skiing.")).toBeVisible();
    expect(sent).toMatchObject([{ body: { reason: "We are ill" } }]);
  });

  it("after its deadline is a matter for the desk", async () => {
    let message: unknown;
    server.use(
      http.post("*/bookings/b-1/ask-desk/", async ({ request }) => {
        message = await request.json();
        return HttpResponse.json({ id: "g", booking_id: "b-1", reference: "ABCD2345", status: "waiting" }, { status: 202 });
      }),
    );
    const user = await open({ ...confirmed, can_cancel: false, cancel_by: "2026-10-14T11:00:00Z" });
    expect(screen.queryByRole("button", { name: "Cancel booking" })).not.toBeInTheDocument();

    await user.click(button("Ask the desk"));
    await user.type(dialog().getByLabelText("What would you like?"), "Can we come later?");
    await user.click(dialog().getByRole("button", { name: "Send to the desk" }));

    expect(await screen.findByText(/will answer you on WhatsApp/)).toBeVisible();
    expect(message).toEqual({ message: "Can we come later?" });
  });

  it("moves to another time", async () => {
    takes("post", "reschedule/", { time_slot: { id: "slot-2", start_time: "2026-10-16T21:00:00Z", end_time: "2026-10-16T21:30:00Z" } });
    const user = await open(confirmed);

    await user.click(button("Another time"));
    await user.click(await screen.findByRole("button", { name: /^Fri, Oct 16, 4:00 PM/ }));
    await user.click(button("Move to Fri, Oct 16, 4:00 PM"));

    expect(await screen.findByText("Moved to Friday, October 16 at 4:00 PM.")).toBeVisible();
    expect(sent).toMatchObject([{ body: { time_slot_id: "slot-2" } }]);
  });

  it("offers other times where the wished one was just taken", async () => {
    const alternatives = [{ id: "slot-9", start_time: "2026-10-17T15:00:00Z", end_time: "2026-10-17T15:30:00Z", seats_left: 4 }];
    server.use(http.post("*/bookings/b-1/reschedule/", () => refused(409, { code: "SLOT_UNAVAILABLE", details: { alternatives } })));
    const user = await open(confirmed);

    await user.click(button("Another time"));
    await user.click(await screen.findByRole("button", { name: /^Fri, Oct 16, 4:00 PM/ }));
    await user.click(button("Move to Fri, Oct 16, 4:00 PM"));

    expect(await screen.findByRole("button", { name: /^Sat, Oct 17, 10:00 AM/ })).toBeVisible();
  });

  it("takes more people by their rates, with the new total", async () => {
    takes("patch", "", { participants: 3, party: { adult: 2, child: 1 }, total_price: "200.00" });
    const user = await open(confirmed);

    await user.click(button("Who comes"));
    await user.click(await screen.findByRole("button", { name: "One more: Child" }));
    expect(dialog().getByText("$200")).toBeVisible();
    await user.click(button("Change it"));

    expect(await screen.findByText("Changed: 3 people, $200 in all.")).toBeVisible();
    expect(sent).toMatchObject([{ body: { party: { adult: 2, child: 1 } } }]);
  });

  it("with more people than there are places moves to a time with room for all", async () => {
    const alternatives = [{ id: "slot-9", start_time: "2026-10-17T15:00:00Z", end_time: "2026-10-17T15:30:00Z", seats_left: 4 }];
    let tries = 0;
    takes("post", "reschedule/", { time_slot: { id: "slot-9", start_time: "2026-10-17T15:00:00Z", end_time: "2026-10-17T15:30:00Z" } });
    server.use(
      http.patch("*/bookings/b-1/", () => {
        tries += 1;
        if (tries === 1) return refused(409, { code: "SLOT_UNAVAILABLE", details: { alternatives } });
        stored = { ...stored, participants: 3, party: { adult: 3 } };
        return HttpResponse.json(stored);
      }),
    );
    const user = await open(confirmed);

    await user.click(button("Who comes"));
    await user.click(await screen.findByRole("button", { name: "One more: Adult" }));
    await user.click(button("Change it"));
    await user.click(await screen.findByRole("button", { name: "Sat, Oct 17, 10:00 AM" }));

    expect(await screen.findByText("Moved, with all of you.")).toBeVisible();
    expect(sent).toMatchObject([{ path: "reschedule/", body: { time_slot_id: "slot-9" } }]);
  });

  it("has its words changed", async () => {
    takes("patch", "", { room: "204" });
    const user = await open(confirmed);

    await user.click(button("Change this"));
    await user.type(dialog().getByLabelText("Room"), "204");
    await user.click(dialog().getByRole("button", { name: "Save" }));

    expect(await screen.findByText("Saved")).toBeVisible();
    expect(sent).toMatchObject([{ body: { lead_name: "Ana Lopez", room: "204", special_requests: "" } }]);
  });

  it("goes into a calendar, and shows its reference as a QR code", async () => {
    await open(confirmed);

    expect(screen.getByRole("link", { name: "Add to calendar" })).toHaveAttribute("href", "/api/v1/bookings/ABCD2345/calendar.ics");
    expect(await screen.findByRole("img", { name: "QR code of ABCD-2345" })).toBeVisible();
  });
});

describe("what cannot be shown", () => {
  it("leads to the sign-in", async () => {
    signedOut();
    server.use(http.get("*/bookings/ABCD2345/", () => refused(401, { code: "AUTH_REQUIRED" })));

    renderAt(<BookingPage />, { path: "/bookings/:key", at: "/bookings/ABCD2345" });

    expect(await screen.findByRole("link", { name: "Sign in" })).toBeVisible();
  });

  it("is said to be another guest's", async () => {
    server.use(http.get("*/bookings/ABCD2345/", () => refused(403, { code: "FORBIDDEN" })));

    renderAt(<BookingPage />, { path: "/bookings/:key", at: "/bookings/ABCD2345" });

    expect(await screen.findByRole("heading", { name: "This booking is somebody else's" })).toBeVisible();
  });

  it("is said not to be there", async () => {
    server.use(http.get("*/bookings/ABCD2345/", () => refused(404, { code: "NOT_FOUND" })));

    renderAt(<BookingPage />, { path: "/bookings/:key", at: "/bookings/ABCD2345" });

    expect(await screen.findByRole("heading", { name: "No such booking" })).toBeVisible();
  });
});
