import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";

interface Props {
  title: string;
  /** Where it belongs to. */
  back?: { to: string; label: string };
  children?: ReactNode;
}

/** The top of a desk's page: what it is, and what can be done there. */
export function PageHead({ title, back, children }: Props) {
  return (
    <header className="mb-5">
      {back ? (
        <Link to={back.to} className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-ink-soft hover:text-lagoon-deep">
          <ArrowLeft aria-hidden="true" className="size-4" />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl lg:text-4xl">{title}</h1>
        {children ? <div className="flex flex-wrap gap-2">{children}</div> : null}
      </div>
    </header>
  );
}
