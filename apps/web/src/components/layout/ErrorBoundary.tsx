import { Component, type ReactNode } from "react";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { Button } from "@/components/ui/Button";
import { texts } from "@/lib/texts";
import { Horizon } from "./Horizon";

function Failed() {
  return (
    <main id="content" className="mx-auto max-w-xl px-4 py-20">
      <h1 className="text-4xl">{texts.errors.title}</h1>
      <p className="mt-4 text-ink-soft">{texts.errors.unexpected}</p>
      <Button
        className="mt-8"
        onClick={() => {
          location.reload();
        }}
      >
        {texts.retry}
      </Button>
    </main>
  );
}

/** Catches what broke while a page was drawn, so that no guest ever sees a white one. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

/** The page of an address that leads nowhere, or whose code could not be loaded. */
export function RouteProblem() {
  const problem = useRouteError();
  if (isRouteErrorResponse(problem) && problem.status === 404) return <NotFound />;
  return <Failed />;
}

export function NotFound() {
  return (
    <section className="mx-auto max-w-xl px-4 py-14 text-center">
      <Horizon className="mx-auto mb-8 h-56 w-44 max-w-full rounded-t-full rounded-b-3xl" />
      <h1 className="text-4xl">{texts.errors.notFoundTitle}</h1>
      <p className="mt-4 text-ink-soft">{texts.errors.notFound}</p>
      <Button className="mt-8" asChild>
        <a href="/activities">{texts.home.browse}</a>
      </Button>
    </section>
  );
}
