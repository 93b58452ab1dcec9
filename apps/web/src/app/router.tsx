import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject } from "react-router";
import { Header } from "@/components/layout/Header";
import { NotFound, RouteProblem } from "@/components/layout/ErrorBoundary";
import { Loading } from "@/components/ui/Loading";
import { activitiesCall } from "@/features/activities/calls/activities";
import { categoriesCall } from "@/features/activities/calls/categories";
import { offersCall } from "@/features/activities/calls/offers";
import { readFilters } from "@/features/activities/filters";
import { activityCall } from "@/lib/activity-call";
import { fetchPicture, firstImage, WIDTHS } from "@/lib/pictures";
import { queryClient } from "@/lib/query";
import { Shell } from "./Shell";

const GUESTS = "pages";

// A page says itself what could not be had, and offers to try again.
function leaveToPage(): void {
  return undefined;
}

// What a page shows is asked for while its code is still on the way.
const early = {
  home: () => {
    queryClient.query(categoriesCall).catch(leaveToPage);
    queryClient.query(offersCall).catch(leaveToPage);
    return null;
  },
  activities: ({ request }: LoaderFunctionArgs) => {
    queryClient.query(categoriesCall).catch(leaveToPage);
    const filters = readFilters(new URL(request.url).searchParams);
    queryClient
      .infiniteQuery(activitiesCall(filters))
      .then(({ pages: [page] }) => { fetchPicture(page?.items[0] && firstImage(page.items[0]), WIDTHS.card); })
      .catch(leaveToPage);
    return null;
  },
  activity: ({ params }: LoaderFunctionArgs) => {
    if (params.key)
      queryClient
        .query(activityCall(params.key))
        .then(({ images: [first] }) => { fetchPicture(first, WIDTHS.gallery); })
        .catch(leaveToPage);
    return null;
  },
};

/** Before the first page's code is there: what stands on every page. */
function Opening() {
  return (
    <div className="min-h-dvh">
      <Header />
      <main className="mx-auto max-w-7xl px-4 lg:px-8">
        <Loading />
      </main>
    </div>
  );
}

const pages: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RouteProblem />,
    hydrateFallbackElement: <Opening />,
    children: [
      {
        id: GUESTS,
        errorElement: <RouteProblem />,
        children: [
          {
            index: true,
            loader: early.home,
            lazy: async () => ({ Component: (await import("@/features/activities/HomePage")).HomePage }),
          },
          {
            path: "activities",
            loader: early.activities,
            // Filters change the address, but what is asked for is the page's own then.
            shouldRevalidate: () => false,
            lazy: async () => ({ Component: (await import("@/features/activities/ActivitiesPage")).ActivitiesPage }),
          },
          {
            path: "activities/:key",
            loader: early.activity,
            shouldRevalidate: ({ currentParams, nextParams }) => currentParams.key !== nextParams.key,
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
              const page = import("@/features/auth/LinkPage");
              // It leads to a booking, within two seconds: that page is fetched along with it.
              void import("@/features/bookings/BookingPage");
              return { Component: (await page).LinkPage };
            },
          },
          { path: "profile", lazy: async () => ({ Component: (await import("@/features/auth/ProfilePage")).ProfilePage }) },
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(pages, {
  // The desk's pages are no part of what guests download, not even as a list.
  patchRoutesOnNavigation: async ({ path, patch }) => {
    if (/^\/desk(\/|$)/.test(path)) patch(GUESTS, [(await import("@/features/staff/routes")).deskRoute]);
  },
});
