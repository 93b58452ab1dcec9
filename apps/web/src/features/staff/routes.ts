import type { RouteObject } from "react-router";
import { DeskShell } from "./DeskShell";

/** The desk's pages, each fetched when it is opened. */
export const deskRoute: RouteObject = {
  path: "desk",
  Component: DeskShell,
  children: [
    { index: true, lazy: async () => ({ Component: (await import("./arrivals/ArrivalsPage")).ArrivalsPage }) },
    { path: "departures/:slot", lazy: async () => ({ Component: (await import("./arrivals/ManifestPage")).ManifestPage }) },
    { path: "schedule", lazy: async () => ({ Component: (await import("./schedule/SchedulePage")).SchedulePage }) },
    { path: "schedule/close", lazy: async () => ({ Component: (await import("./schedule/ClosingPage")).ClosingPage }) },
    { path: "schedule/recurring", lazy: async () => ({ Component: (await import("./schedule/RecurringPage")).RecurringPage }) },
    { path: "catalogue", lazy: async () => ({ Component: (await import("./catalogue/CataloguePage")).CataloguePage }) },
    { path: "catalogue/:key", lazy: async () => ({ Component: (await import("./catalogue/EditActivityPage")).EditActivityPage }) },
    { path: "catalogue/import", lazy: async () => ({ Component: (await import("./catalogue/ImportPage")).ImportPage }) },
    { path: "bookings", lazy: async () => ({ Component: (await import("./bookings/DeskBookingsPage")).DeskBookingsPage }) },
    { path: "bookings/:key", lazy: async () => ({ Component: (await import("./bookings/DeskBookingPage")).DeskBookingPage }) },
    { path: "charges", lazy: async () => ({ Component: (await import("./charges/ChargesPage")).ChargesPage }) },
    { path: "conversations/:key?", lazy: async () => ({ Component: (await import("./conversations/ConversationsPage")).ConversationsPage }) },
    { path: "messages", lazy: async () => ({ Component: (await import("./messages/MessagesPage")).MessagesPage }) },
    { path: "figures", lazy: async () => ({ Component: (await import("./figures/FiguresPage")).FiguresPage }) },
    { path: "people", lazy: async () => ({ Component: (await import("./people/PeoplePage")).PeoplePage }) },
    { path: "audit", lazy: async () => ({ Component: (await import("./people/AuditPage")).AuditPage }) },
  ],
};
