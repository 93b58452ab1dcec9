import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";
import { session, signedIn, signedOut } from "@/lib/session";
import { refused } from "@/testing/answers";
import { aBooking, aUser } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { forgetLink } from "./link-call";
import { LinkPage } from "./LinkPage";

const TOKEN = "s3cret-token";
const LINK = `/link#token=${TOKEN}&booking=ABCD2345`;
let spent: unknown[] = [];

beforeEach(() => {
  spent = [];
  forgetLink(TOKEN);
  session.set({ user: null, csrfToken: null, isKnown: false });
  server.use(
    http.post("*/auth/link/", async ({ request }) => {
      spent.push(await request.json());
      return HttpResponse.json({ token: "t", user: aUser({ id: "u-2" }), csrf_token: "c", expires_at: "2026-11-30T00:00:00Z" });
    }),
    http.get("*/bookings/ABCD2345/", () => HttpResponse.json(aBooking())),
  );
});

const open = (at = LINK) => renderAt(<LinkPage />, { path: "/link", at });
const address = () => screen.getByTestId("address").textContent;

it("opening it spends nothing before it is known who is here", async () => {
  open();

  await waitFor(() => {
    expect(address()).toBe("/link");
  });
  expect(screen.getByText("Opening your booking…")).toBeInTheDocument();
  expect(spent).toEqual([]);
});

it("is spent once, though the page is drawn twice, and leads to the booking", async () => {
  open();

  signedOut();

  await waitFor(() => {
    expect(address()).toBe("/bookings/ABCD2345");
  });
  expect(spent).toEqual([{ token: TOKEN }]);
  expect(session.get().user?.id).toBe("u-2");
});

it("keeps the token out of the address", async () => {
  open();

  await waitFor(() => {
    expect(address()).toBe("/link");
  });
  expect(document.body.innerHTML).not.toContain(TOKEN);
});

it("is not spent where somebody is signed in", async () => {
  signedIn(aUser(), "c");

  open();

  await waitFor(() => {
    expect(address()).toBe("/bookings/ABCD2345");
  });
  expect(spent).toEqual([]);
});

it("says who is meant where the booking is another guest's than the one signed in", async () => {
  server.use(
    http.get("*/bookings/ABCD2345/", () => (spent.length === 0 ? refused(403, { code: "FORBIDDEN" }) : HttpResponse.json(aBooking()))),
  );
  signedIn(aUser(), "c");

  open();

  await waitFor(() => {
    expect(address()).toBe("/bookings/ABCD2345");
  });
  expect(spent).toHaveLength(1);
  expect(session.get().user?.id).toBe("u-2");
});

it("that was used offers the code, and leads to the booking afterwards", async () => {
  server.use(http.post("*/auth/link/", () => refused(401, { code: "SESSION_EXPIRED" })));
  signedOut();
  open();

  await userEvent.click(await screen.findByRole("link", { name: "Sign in with a code" }));

  expect(address()).toBe("/login");
});

it("that could not be sent is tried again with a tap", async () => {
  let tries = 0;
  server.use(
    http.post("*/auth/link/", () => {
      tries += 1;
      return tries === 1
        ? HttpResponse.error()
        : HttpResponse.json({ token: "t", user: aUser(), csrf_token: "c", expires_at: "2026-11-30T00:00:00Z" });
    }),
  );
  signedOut();
  open();

  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));

  await waitFor(() => {
    expect(address()).toBe("/bookings/ABCD2345");
  });
  expect(tries).toBe(2);
});

it("without a token says that it is not whole", async () => {
  signedOut();

  open("/link");

  expect(await screen.findByRole("heading", { name: "This link is not whole" })).toBeVisible();
});

it("without a booking leads to all of them", async () => {
  signedOut();

  open(`/link#token=${TOKEN}`);

  await waitFor(() => {
    expect(address()).toBe("/bookings");
  });
});
