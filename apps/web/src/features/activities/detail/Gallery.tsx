import useEmblaCarousel from "embla-carousel-react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import type { Image } from "@/api/shapes";
import { Picture } from "@/components/ui/Picture";
import { WIDTHS } from "@/lib/pictures";
import { texts } from "../texts";

const FRAME = "aspect-[3/2] w-full sm:aspect-[16/9]";

/** An activity's pictures; only the one that is seen and the next are loaded. */
export function Gallery({ images, name }: { images: Image[]; name: string }) {
  const [first] = images;
  if (images.length < 2) return <Picture image={first} isFirst width={WIDTHS.gallery} className={`${FRAME} sm:rounded-card`} />;
  return <Carousel images={images} name={name} />;
}

function Carousel({ images, name }: { images: Image[]; name: string }) {
  const [view, carousel] = useEmblaCarousel({ loop: true, duration: isCalm() ? 0 : 25 });
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (!carousel) return undefined;
    const follow = () => {
      setShown(carousel.selectedScrollSnap());
    };
    carousel.on("select", follow);
    return () => {
      carousel.off("select", follow);
    };
  }, [carousel]);
  return (
    <section aria-roledescription="carousel" aria-label={`${texts.detail.photos}: ${name}`} className="relative overflow-hidden sm:rounded-card">
      <div ref={view} className="overflow-hidden">
        <ul className="flex">
          {images.map((image, n) => (
            <li key={image.url} aria-hidden={n !== shown} className="w-full shrink-0">
              <Picture image={n === 0 || n <= shown + 1 ? image : undefined} isFirst={n === 0} width={WIDTHS.gallery} className={FRAME} />
            </li>
          ))}
        </ul>
      </div>
      <Arrow side="left" label={texts.detail.previous} onClick={() => carousel?.scrollPrev()} />
      <Arrow side="right" label={texts.detail.next} onClick={() => carousel?.scrollNext()} />
      <p aria-live="polite" className="absolute right-3 bottom-3 rounded-full bg-black/65 px-3 py-1 text-sm font-semibold text-white">
        <span className="sr-only">{texts.detail.photo(shown + 1, images.length)}</span>
        <span aria-hidden="true">{`${shown + 1} / ${images.length}`}</span>
      </p>
    </section>
  );
}

function Arrow({ side, label, onClick }: { side: "left" | "right"; label: string; onClick: () => void }) {
  const Icon = side === "left" ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      aria-label={label}
      className={`absolute top-1/2 grid size-11 -translate-y-1/2 place-items-center rounded-full bg-white/90 text-black shadow ${side === "left" ? "left-3" : "right-3"}`}
      onClick={onClick}
    >
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}

function isCalm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
