import { useState } from "react";
import type { Image } from "@/api/shapes";
import { cn } from "@/lib/cn";
import { useNear } from "@/lib/near";
import { sizesOf } from "@/lib/pictures";

interface Props {
  image: Image | undefined;
  /** How wide it is drawn, as the `sizes` of an `img`: the smallest picture that does for it is loaded. */
  width?: string;
  className?: string;
  /** It is seen at once, and so loaded before all others. */
  isFirst?: boolean;
  /** What it shows is said beside it. */
  isDecoration?: boolean;
}

/** A picture in a box that keeps its place; it is loaded when it comes near. */
export function Picture({ image, className, isFirst = false, isDecoration = false, width = "100vw" }: Props) {
  const { box, isNear } = useNear<HTMLDivElement>(isFirst);
  const [failures, setFailures] = useState(0);
  const isShown = image !== undefined && isNear && failures < 2;
  // A folder that was filled by other means has no smaller ones: then it is the picture itself.
  const sizes = image && failures === 0 ? sizesOf(image.url) : undefined;
  return (
    <div ref={box} className={cn("overflow-hidden bg-lagoon-tint", className)}>
      {isShown ? (
        <img
          sizes={sizes ? width : undefined}
          srcSet={sizes}
          src={image.url}
          alt={isDecoration ? "" : image.alt_text}
          width={1200}
          height={800}
          decoding="async"
          fetchPriority={isFirst ? "high" : "auto"}
          className="size-full object-cover"
          onError={() => {
            setFailures(sizes ? 1 : 2);
          }}
        />
      ) : null}
    </div>
  );
}
