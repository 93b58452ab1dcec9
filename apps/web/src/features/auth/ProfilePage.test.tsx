import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";
import { session, signedIn, signedOut } from "@/lib/session";
import { refused } from "@/testing/answers";
import { aUser } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { ProfilePage } from "./ProfilePage";

const NOTHING = { preferred_categories: [], preferred_times: [], budget_range: { min: null, max: null }, interests: "" };
let sent: { method: string; path: string; body: unknown }[] = [];

beforeEach(() => {
  sent = [];
  signedIn(aUser({ name: "Ana Lopez", room: "12" }), "c");
  server.use(
    http.get("*/preferences/", () => HttpResponse.json(NOTHING)),
    http.get("*/activities/categories/", () =>
      HttpResponse.json({ items: [{ code: "spa", label: "Spa", activity_count: 3 }] }),
    ),
    http.patch("*/auth/me/", async ({ request }) => {
      const body = (await request.json()) as { name: string };
      sent.push({ method: "PATCH", path: "me", body });
      return HttpResponse.json({ user: aUser({ name: body.name }), csrf_token: "c", expires_at: "2026-11-30T00:00:00Z" });
    }),
    http.put("*/preferences/", async ({ request }) => {
      const body = (await request.json()) as typeof NOTHING;
      sent.push({ method: "PUT", path: "preferences", body });
      return HttpResponse.json(body);
    }),
  );
});

const open = () => {
  renderAt(<ProfilePage />, { path: "/profile" });
  return userEvent.setup();
};
const save = (section: string) => within(screen.getByRole("region", { name: section })).getByRole("button", { name: "Save" });

it("name, room and language are changed", async () => {
  const user = open();

  await user.clear(screen.getByLabelText("Name"));
  await user.type(screen.getByLabelText("Name"), "Ana Ruiz");
  await user.selectOptions(screen.getByLabelText("Language"), "es");
  await user.click(save("About you"));

  expect(await screen.findByText("Saved")).toBeVisible();
  expect(sent).toEqual([{ method: "PATCH", path: "me", body: { name: "Ana Ruiz", room: "12", language: "es" } }]);
  expect(session.get().user?.name).toBe("Ana Ruiz");
});

it("preferences are kept as a whole", async () => {
  const user = open();

  await user.click(await screen.findByLabelText("Spa"));
  await user.click(screen.getByLabelText("Evening"));
  await user.type(screen.getByLabelText("Up to"), "120");
  await user.click(save("What you like"));

  await waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  expect(sent[0]?.body).toEqual({
    preferred_categories: ["spa"],
    preferred_times: ["evening"],
    budget_range: { min: null, max: "120.00" },
    interests: "",
  });
});

it("a budget that ends before it begins is refused here", async () => {
  const user = open();

  await user.type(await screen.findByLabelText("From"), "100");
  await user.type(screen.getByLabelText("Up to"), "50");
  await user.click(save("What you like"));

  expect(screen.getByRole("alert")).toHaveTextContent("below the lower one");
  expect(sent).toEqual([]);
});

it("while a booking is ahead, erasing leads to it", async () => {
  server.use(http.delete("*/auth/me/", () => refused(409, { code: "CONFLICT", details: { field: "bookings" } })));
  const user = open();

  await user.click(screen.getByRole("button", { name: "Erase my data" }));
  await user.click(screen.getByRole("button", { name: "Erase it all" }));

  expect(await screen.findByText(/You have a booking ahead/)).toBeVisible();
  expect(screen.getByRole("link", { name: "See my bookings" })).toHaveAttribute("href", "/bookings");
  expect(session.get().user).not.toBeNull();
});

it("who is erased is signed out", async () => {
  server.use(http.delete("*/auth/me/", () => new HttpResponse(null, { status: 204 })));
  const user = open();

  await user.click(screen.getByRole("button", { name: "Erase my data" }));
  await user.click(screen.getByRole("button", { name: "Erase it all" }));

  await waitFor(() => {
    expect(session.get().user).toBeNull();
  });
});

it("signing out everywhere says so to the API", async () => {
  let isOut = false;
  server.use(
    http.post("*/auth/logout-all/", () => {
      isOut = true;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const user = open();

  await user.click(screen.getByRole("button", { name: "Sign out everywhere" }));

  await waitFor(() => {
    expect(session.get().user).toBeNull();
  });
  expect(isOut).toBe(true);
});

it("signed out, it leads to the sign-in", () => {
  signedOut();

  open();

  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/login");
});
