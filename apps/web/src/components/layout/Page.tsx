import { useEffect, type ReactNode } from "react";
import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { cn } from "@/lib/cn";

/** The body of a page: sets the window's title and keeps to the width that can be read. */
export function Page({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  const { name } = useStore(resort);
  useEffect(() => {
    document.title = name ? `${title} · ${name}` : title;
  }, [title, name]);
  return <div className={cn("mx-auto w-full max-w-7xl px-4 py-6 lg:px-8 lg:py-10", className)}>{children}</div>;
}
