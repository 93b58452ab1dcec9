import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, type RenderResult } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { Toaster } from "@/components/ui/Toaster";

interface At {
  path?: string;
  at?: string;
  /** What the address came with. */
  state?: unknown;
}

/** Draw a page at an address, with a query cache of its own; wherever it leads to, the address is shown. */
export function renderAt(element: ReactNode, { path = "/", at = path, state }: At = {}): RenderResult {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const entry = new URL(at, "http://resort");
  const router = createMemoryRouter(
    [
      { path, element: <Shown>{element}</Shown> },
      {
        path: "*",
        element: (
          <Shown>
            <p>elsewhere</p>
          </Shown>
        ),
      },
    ],
    { initialEntries: [{ pathname: entry.pathname, search: entry.search, hash: entry.hash, state }] },
  );
  return render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

function Shown({ children }: { children: ReactNode }) {
  const { pathname, search, hash } = useLocation();
  return (
    <>
      {children}
      <Toaster />
      <p data-testid="address">{pathname + search + hash}</p>
    </>
  );
}
