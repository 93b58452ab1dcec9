import { createBrowserRouter } from "react-router";
import { NotFound, RouteProblem } from "@/components/layout/ErrorBoundary";
import { Shell } from "./Shell";

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <RouteProblem />,
    children: [
      {
        errorElement: <RouteProblem />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import("@/features/activities/HomePage")).HomePage }) },
          {
            path: "activities",
            lazy: async () => ({ Component: (await import("@/features/activities/ActivitiesPage")).ActivitiesPage }),
          },
          {
            path: "activities/:key",
            lazy: async () => ({ Component: (await import("@/features/activities/ActivityPage")).ActivityPage }),
          },
          {
            path: "bookings",
            lazy: async () => ({ Component: (await import("@/features/bookings/BookingsPage")).BookingsPage }),
          },
          {
            path: "bookings/:key",
            lazy: async () => ({ Component: (await import("@/features/bookings/BookingPage")).BookingPage }),
          },
          { path: "login", lazy: async () => ({ Component: (await import("@/features/auth/LoginPage")).LoginPage }) },
          {
            path: "link",
            lazy: async () => {
              // It leads to a booking, within two seconds: that page is fetched along with it.
              void import("@/features/bookings/BookingPage");
              return { Component: (await import("@/features/auth/LinkPage")).LinkPage };
            },
          },
          { path: "profile", lazy: async () => ({ Component: (await import("@/features/auth/ProfilePage")).ProfilePage }) },
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
]);
