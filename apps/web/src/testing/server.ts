import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

const resort = {
  name: "Coral Cove",
  timezone: "America/Cancun",
  currency: "USD",
  locale: "en_US",
  whatsapp: "+14155550100",
  desk_phone: "+529981234567",
  has_simulator: true,
};

/** The API as tests see it; each test adds what it is about. */
export const server = setupServer(
  http.get("*/api/v1/resort/", () => HttpResponse.json(resort)),
  http.get<{ key: string }>("*/api/v1/bookings/:key/pass/", ({ params }) => HttpResponse.json({ code: `${params.key}.SEAL` })),
  http.get("*/api/v1/auth/me/", () =>
    HttpResponse.json({ error: { code: "AUTH_REQUIRED", message: "Please sign in", details: {} } }, { status: 401 }),
  ),
);
