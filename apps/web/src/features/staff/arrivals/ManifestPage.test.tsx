import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";
import { noteServerTime } from "@/lib/clock";
import { forgetKept } from "@/lib/kept";
import { resort } from "@/lib/resort";
import { refused } from "@/testing/answers";
import { aDeskBooking, aManifest, anEntry } from "@/testing/desk-builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import type { Manifest } from "../parts/shapes";
import { UndoBar } from "../parts/UndoBar";
import { ManifestPage } from "./ManifestPage";

const STARTED = "2026-10-16T19:10:00Z";

function open(manifest: Manifest): void {
  server.use(http.get("*/api/v1/staff/slots/slot-1/manifest/", () => HttpResponse.json(manifest)));
  renderAt(
    <>
      <ManifestPage />
      <UndoBar />
    </>,
    { path: "/desk/departures/:slot", at: "/desk/departures/slot-1" },
  );
}

const table = async () => within(await screen.findByRole("table"));

beforeEach(() => {
  forgetKept();
  noteServerTime(new Date(STARTED).toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
});

it("says so where a party has no name", async () => {
  open(aManifest({ items: [anEntry({ lead_name: "" })] }));

  expect((await table()).getByRole("row", { name: /No name/ })).toBeVisible();
  expect(screen.getByRole("heading", { name: "No name" })).toBeVisible();
});

it("lists who comes by room, name and rate, with what the pier must know, and room for walk-ins", async () => {
  const child = anEntry({ booking_id: "b-2", lead_name: "Bo", room: "", phone: null, party: { adult: 1, child: 1 }, notes: ["Can't swim"], special_requests: "A towel" });
  open(aManifest({ items: [anEntry(), child], is_under_minimum: true, minimum: 6, people: 4 }));

  const row = within((await table()).getByRole("row", { name: /Bo/ }));

  expect((await table()).getAllByRole("columnheader").map((one) => one.textContent)).toEqual(
    ["Room", "Name", "Adult", "Child", "Requests and notes", "Phone", "Arrived"],
  );
  expect(row.getAllByRole("cell").slice(1, 3).map((one) => one.textContent)).toEqual(["1", "1"]);
  expect(row.getByText("A towel")).toBeVisible();
  expect(row.getByText("Can't swim")).toBeVisible();
  expect((await table()).getAllByText("Walk-in")).toHaveLength(5);
  expect(screen.getByText("Only 4 of at least 6 guests")).toBeVisible();
});

it("shows a phone in full only to whoever asks for it", async () => {
  server.use(http.post("*/api/v1/staff/bookings/b-1/phone/", () => HttpResponse.json({ phone: "+14155550123" })));
  open(aManifest());

  await userEvent.click((await table()).getByRole("button", { name: /Show the phone number of Ana Lopez/ }));

  expect(await (await table()).findByRole("link", { name: "+14155550123" })).toBeVisible();
});

it("marks a no-show at once, and takes it back where the resort refuses", async () => {
  server.use(http.patch("*/api/v1/staff/bookings/b-1/", () => refused(409, { code: "BOOKING_CLOSED", message: "It is too late for that" })));
  open(aManifest());

  await userEvent.click((await table()).getByRole("button", { name: "More about Ana Lopez" }));
  await userEvent.click(screen.getByRole("button", { name: "No-show" }));

  expect(await screen.findByText("It is too late for that")).toBeVisible();
  await waitFor(async () => {
    expect((await table()).getByRole("button", { name: "Check in Ana Lopez" })).toBeVisible();
  });
});

it("puts a no-show back by one tap", async () => {
  const statuses: string[] = [];
  server.use(
    http.patch("*/api/v1/staff/bookings/b-1/", async ({ request }) => {
      const { status } = (await request.json()) as { status: "no_show" | "confirmed" };
      statuses.push(status);
      return HttpResponse.json(aDeskBooking({ status }));
    }),
  );
  open(aManifest());

  await userEvent.click((await table()).getByRole("button", { name: "More about Ana Lopez" }));
  await userEvent.click(screen.getByRole("button", { name: "No-show" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));

  await waitFor(() => {
    expect(statuses).toEqual(["no_show", "confirmed"]);
  });
});

it("does not let a party be marked before it departs", async () => {
  noteServerTime(new Date("2026-10-16T18:00:00Z").toUTCString());
  open(aManifest());

  await userEvent.click((await table()).getByRole("button", { name: "More about Ana Lopez" }));

  expect(screen.getByRole("button", { name: "No-show" })).toBeDisabled();
  expect(screen.getByText(/^From 2:00.PM on/)).toBeVisible();
});

it("offers a place where nobody is booked", async () => {
  open(aManifest({ items: [], people: 0 }));

  expect(await screen.findByText("Nobody is booked on this departure.")).toBeVisible();
});
