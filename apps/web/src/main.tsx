import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import "./app/styles.css";
import { opened } from "./app/opened";
import { router } from "./app/router";
import { ErrorBoundary } from "./components/layout/ErrorBoundary";
import { sessionQuery } from "./features/auth/session-call";
import { queryClient } from "./lib/query";

// A page that was opened before a new version was put up asks for parts that are gone.
addEventListener("vite:preloadError", (event) => {
  if (sessionStorage.getItem("reloaded-at") === location.href) return;
  sessionStorage.setItem("reloaded-at", location.href);
  event.preventDefault();
  location.reload();
});

// Asked at once, while the page's own part is still on its way; the shell waits for the same answer.
queryClient.query(sessionQuery).catch(() => undefined);

function draw(): void {
  const root = document.getElementById("root");
  if (root)
    createRoot(root).render(
      <StrictMode>
        <ErrorBoundary>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ErrorBoundary>
      </StrictMode>,
    );
}

void opened().then(draw);
