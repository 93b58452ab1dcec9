import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WholeConversation } from "@/api/shapes";
import { noteServerTime } from "@/lib/clock";
import { resort } from "@/lib/resort";
import { signedIn } from "@/lib/session";
import { refused } from "@/testing/answers";
import { aUser } from "@/testing/builders";
import { aConversation } from "@/testing/desk-builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { ConversationsPage } from "./ConversationsPage";
import { newCalls } from "./waiting";
import { WaitingBadge } from "./WaitingBadge";

const NOW = "2026-10-14T12:00:00Z";
const soon = aConversation({ id: "u-2", name: "Per Lindgren", waiting_since: "2026-10-14T11:58:00Z" });
let stored: WholeConversation;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  noteServerTime(new Date(NOW).toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
  signedIn(aUser({ id: "s-1", role: "staff" }), "c");
  stored = aConversation();
  server.use(
    http.get("*/staff/conversations/", ({ request }) => {
      const status = new URL(request.url).searchParams.get("status");
      return HttpResponse.json({ items: [soon, stored].filter((one) => one.status === status), next_cursor: null });
    }),
    http.get("*/staff/conversations/u-1/", () => HttpResponse.json(stored)),
    http.get("*/staff/bookings/", () => HttpResponse.json({ items: [], next_cursor: null })),
    http.post<{ step: string }>("*/staff/conversations/u-1/:step/", ({ params }) => {
      const isTaken = params.step === "takeover";
      stored = { ...stored, status: isTaken ? "taken" : "bot", taken_by: isTaken ? "s-1" : null, waiting_since: null };
      return HttpResponse.json(stored);
    }),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

async function opened(part: Partial<WholeConversation> = {}) {
  stored = { ...stored, ...part };
  renderAt(<ConversationsPage />, { path: "/desk/conversations/:key?", at: "/desk/conversations/u-1" });
  await screen.findByRole("heading", { name: "Ana Lopez" });
  return userEvent.setup();
}

it("calls once for who begins to wait, and once more after ten minutes", () => {
  const told = new Set<string>();
  const callsAt = (moment: string) => {
    const calls = newCalls([aConversation({ waiting_since: NOW })], Date.parse(moment), told);
    for (const call of calls) told.add(call);
    return calls.length;
  };

  expect(["12:00:00", "12:00:05", "12:09:59", "12:10:00", "12:30:00"].map((time) => callsAt(`2026-10-14T${time}Z`))).toEqual([1, 0, 0, 1, 0]);
});

it("says on every page of the desk how many wait, and that one waits too long", async () => {
  renderAt(<WaitingBadge />);

  expect(await screen.findByText("2 guests wait, Waits too long")).toBeInTheDocument();
});

describe("the inbox", { timeout: 20_000 }, () => {
  it("begins with who waits longest, and marks who waits too long", async () => {
    await opened();

    const waiting = within(await screen.findByRole("region", { name: "Waiting for the desk (2)" }));
    const [first, second] = waiting.getAllByRole("link");
    expect(first).toHaveTextContent(/Ana Lopez.*Waits 15 min.*Waits too long/);
    expect(second).toHaveTextContent(/Per Lindgren.*Waits 2 min/);
    expect(second).not.toHaveTextContent("Waits too long");
  });

  it("moves a chat over when it is taken, and back to the bot", async () => {
    const user = await opened();

    await user.click(screen.getByRole("button", { name: "Take over" }));
    expect(await screen.findByText("Taken by you")).toBeVisible();
    expect(await screen.findByRole("region", { name: "With the desk (1)" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Hand back to the bot" }));

    expect(await screen.findByRole("region", { name: "With the bot (1)" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Hand back to the bot" })).toBeNull();
  });
});

describe("the window of 24 hours", { timeout: 20_000 }, () => {
  it.each([
    [{ window_ends_at: "2026-10-15T11:45:00Z" }, /You can write freely until .* \(23 h 45 min left\)/],
    [{ window_ends_at: "2026-10-14T11:59:59Z" }, /over 24 hours ago: your words go out inside a template/],
    [{ window_ends_at: null }, /has not written by WhatsApp: your words go out inside a template/],
  ])("is told as it stands: %o", async (part, words) => {
    await opened(part);

    expect(screen.getByText(words)).toBeVisible();
  });
});

describe("a reply", { timeout: 20_000 }, () => {
  it("goes out by Enter and stands in the chat at once", async () => {
    const said: unknown[] = [];
    server.use(
      http.post("*/staff/conversations/u-1/reply/", async ({ request }) => {
        const body = (await request.json()) as { body: string };
        said.push(body);
        const message = { id: "m-1", direction: "out" as const, author: "desk" as const, buttons: [], list: [], created_at: NOW, ...body };
        stored = { ...stored, messages: [message] };
        return HttpResponse.json(message, { status: 201 });
      }),
    );
    const user = await opened();

    await user.type(screen.getByLabelText("Your reply"), "Good morning{Shift>}{Enter}{/Shift}Ines here{Enter}");

    expect(await within(screen.getByRole("log")).findByText(/Ines here/)).toBeVisible();
    expect(said).toEqual([{ body: "Good morning\nInes here" }]);
    expect(screen.getByLabelText("Your reply")).toHaveValue("");
  });

  it("that can't go out comes back, before what was typed since", async () => {
    server.use(http.post("*/staff/conversations/u-1/reply/", () => refused(409, { code: "CONFLICT", message: "A colleague has this chat" })));
    const user = await opened();

    await user.type(screen.getByLabelText("Your reply"), "Good morning{Enter}");

    expect(await screen.findByText("A colleague has this chat")).toBeVisible();
    await waitFor(() => { expect(screen.getByLabelText("Your reply")).toHaveValue("Good morning"); });
  });
});
