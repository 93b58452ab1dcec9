import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { session, signedIn, signedOut } from "@/lib/session";
import { refused } from "@/testing/answers";
import { aUser } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { LoginPage } from "./LoginPage";

const SEND = "Send me a code";
const asked: unknown[] = [];
const shown: unknown[] = [];

beforeEach(() => {
  asked.length = 0;
  shown.length = 0;
  sessionStorage.clear();
  signedOut();
  server.use(
    http.post("*/auth/request-otp/", async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ expires_in: 300, resend_in: 30 }, { status: 202 });
    }),
    http.post("*/auth/verify-otp/", async ({ request }) => {
      shown.push(await request.json());
      return HttpResponse.json({ token: "t", user: aUser(), csrf_token: "c", expires_at: "2026-11-30T00:00:00Z" });
    }),
  );
});

function open(from?: string) {
  renderAt(<LoginPage />, { path: "/login", state: from ? { from } : undefined });
  return userEvent.setup();
}

async function askForCode(user: ReturnType<typeof userEvent.setup>, number = "+14155550123") {
  await user.type(screen.getByLabelText("Phone number"), number);
  await user.click(screen.getByRole("button", { name: SEND }));
  return screen.findByLabelText("Six-digit code");
}

const address = () => screen.getByTestId("address").textContent;

describe("the number", () => {
  it("is refused in plain words, and nothing is sent", async () => {
    const user = open();

    await user.type(screen.getByLabelText("Phone number"), "123");
    await user.click(screen.getByRole("button", { name: SEND }));

    expect(await screen.findByRole("alert")).toHaveTextContent("This number is too short");
    expect(asked).toEqual([]);
  });

  it("goes out with the chosen country", async () => {
    const user = open();

    await user.selectOptions(screen.getByLabelText("Country"), "MX");
    await askForCode(user, "998 123 4567");

    expect(asked).toEqual([{ phone: "+529981234567" }]);
    expect(screen.getByText(/\+52 998 123 4567/)).toBeVisible();
  });

  it("may be pasted whole, and sets its country", async () => {
    const user = open();

    await user.click(screen.getByLabelText("Phone number"));
    await user.paste("+52 998 123 4567");
    await user.tab();

    expect(screen.getByLabelText("Country")).toHaveValue("MX");
    expect(screen.getByLabelText("Phone number")).toHaveValue("998 123 4567");
  });

  it("that may not be written to yet says for how long, and lets in whoever has a code", async () => {
    server.use(
      http.post("*/auth/request-otp/", () => refused(429, { code: "RATE_LIMITED", headers: { "Retry-After": "25" } })),
    );
    const user = open();

    await user.type(screen.getByLabelText("Phone number"), "+14155550123");
    await user.click(screen.getByRole("button", { name: SEND }));

    expect(await screen.findByRole("alert")).toHaveTextContent("in 25 seconds");
    await user.click(screen.getByRole("button", { name: "I have a code already" }));
    expect(screen.getByLabelText("Six-digit code")).toBeVisible();
  });
});

describe("the code", () => {
  it("that is pasted with blanks signs in by itself, and leads back", async () => {
    const user = open("/activities/jet-skiing?slot=1");
    const field = await askForCode(user);

    await user.click(field);
    await user.paste("Your code is 123 456");

    await waitFor(() => {
      expect(address()).toBe("/activities/jet-skiing?slot=1");
    });
    expect(shown).toEqual([{ phone: "+14155550123", code: "123456" }]);
    expect(session.get().csrfToken).toBe("c");
  });

  it("is a field that phones fill in", async () => {
    const field = await askForCode(open());

    expect(field).toHaveAttribute("autocomplete", "one-time-code");
    expect(field).toHaveAttribute("inputmode", "numeric");
  });

  it("that is wrong says so, and after five tries asks for a new one", async () => {
    server.use(http.post("*/auth/verify-otp/", () => refused(401, { code: "INVALID_OTP" })));
    const user = open();
    const field = await askForCode(user);

    for (const code of ["111111", "222222", "333333", "444444"]) {
      await user.type(field, code);
      expect(await screen.findByText("This code is wrong or no longer valid.")).toBeVisible();
      expect(field).toHaveValue("");
    }
    await user.type(field, "555555");

    expect(await screen.findByText(/too many tries with this code/)).toBeVisible();
  });

  it("of a closed number says when to try again", async () => {
    server.use(
      http.post("*/auth/verify-otp/", () => refused(429, { code: "RATE_LIMITED", headers: { "Retry-After": "7200" } })),
    );
    const user = open();

    await user.type(await askForCode(user), "123456");

    expect(await screen.findByText(/in about 2 hours/)).toBeVisible();
  });

  it("can be asked for again once the time is over", async () => {
    server.use(
      http.post("*/auth/request-otp/", async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ expires_in: 300, resend_in: asked.length === 1 ? 1 : 30 }, { status: 202 });
      }),
    );
    const user = open();
    await askForCode(user);
    expect(screen.getByRole("timer")).toHaveTextContent("No code yet?");

    await user.click(await screen.findByRole("button", { name: "Send a new code" }, { timeout: 4_000 }));

    expect(await screen.findByText(/The one before it no longer works/)).toBeVisible();
    expect(asked).toHaveLength(2);
  });

  it("is still waited for when the page was thrown away meanwhile", async () => {
    await askForCode(open());

    document.body.innerHTML = "";
    open();

    expect(await screen.findByLabelText("Six-digit code")).toBeVisible();
  });
});

it("whoever is signed in goes on", async () => {
  signedIn(aUser(), "c");

  open();

  await waitFor(() => {
    expect(address()).toBe("/bookings");
  });
});

it("an address of elsewhere is not gone to", async () => {
  signedIn(aUser(), "c");

  open("//evil.example/");

  await waitFor(() => {
    expect(address()).toBe("/bookings");
  });
});
