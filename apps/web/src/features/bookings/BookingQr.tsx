import { useQuery } from "@tanstack/react-query";
import { Section } from "@/components/ui/Section";
import { Skeleton } from "@/components/ui/Loading";
import { spaced } from "@/lib/format";
import { passOf } from "./pass-call";
import { texts } from "./texts";

/** The code to be scanned at the desk; the encoder is loaded where it is needed. */
export function BookingQr({ reference }: { reference: string }) {
  const { data: squares } = useQuery({
    queryKey: ["qr", reference],
    queryFn: async () => {
      const [{ encode }, code] = await Promise.all([import("uqr"), passOf(reference)]);
      return encode(code, { ecc: "M", border: 2 }).data;
    },
    networkMode: "always",
    staleTime: Infinity,
  });
  return (
    <Section title={texts.qr.title}>
      <div className="flex flex-wrap items-center gap-5">
        {squares ? <Code squares={squares} reference={reference} /> : <Skeleton className="size-36" />}
        <div>
          <p className="font-display text-2xl font-semibold tracking-wider tabular-nums">{spaced(reference)}</p>
          <p className="mt-1 text-ink-soft">{texts.qr.lead}</p>
        </div>
      </div>
    </Section>
  );
}

function Code({ squares, reference }: { squares: boolean[][]; reference: string }) {
  const size = squares.length;
  const path = squares.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  // Black on white in both themes: that is what scanners read.
  return (
    <svg role="img" aria-label={texts.qr.alt(spaced(reference))} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="size-36 rounded-xl">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
