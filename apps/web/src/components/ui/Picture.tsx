import { useState } from "react";
import type { Image } from "@/api/shapes";
import { cn } from "@/lib/cn";
import { useNear } from "@/lib/near";

interface Props {
  image: Image | undefined;
  className?: string;
  /** It is seen at once, and so loaded before all others. */
  isFirst?: boolean;
  /** What it shows is said beside it. */
  isDecoration?: boolean;
}

/** A picture in a box that keeps its place; it is loaded when it comes near. */
export function Picture({ image, className, isFirst = false, isDecoration = false }: Props) {
  const { box, isNear } = useNear<HTMLDivElement>(isFirst);
  const [hasFailed, setHasFailed] = useState(false);
  const isShown = image !== undefined && isNear && !hasFailed;
  return (
    <div ref={box} className={cn("overflow-hidden bg-lagoon-tint", className)}>
      {isShown ? (
        <img
          src={image.url}
          alt={isDecoration ? "" : image.alt_text}
          width={1200}
          height={800}
          decoding="async"
          fetchPriority={isFirst ? "high" : "auto"}
          className="size-full object-cover"
          onError={() => {
            setHasFailed(true);
          }}
        />
      ) : null}
    </div>
  );
}
