import { preload } from "react-dom";
import type { Image } from "@/api/shapes";

/** How wide a picture is drawn, as the `sizes` of an `img`. */
export const WIDTHS = {
  card: "(min-width: 640px) 22rem, 90vw",
  gallery: "(min-width: 1024px) 50rem, 100vw",
};

/** The picture that stands for all of them. */
export function firstImage({ images }: { images: Image[] }): Image | undefined {
  return images.find((image) => image.is_primary) ?? images[0];
}

// They are named by their content.
const OWN = /^(.*\/media\/[^/]+-[0-9a-f]{16})(\.(?:jpg|png|webp))$/;
const SMALLER = [400, 800];
const LARGEST = 1600;

/** The sizes in which the server keeps each of its own pictures, as `srcset` wants them; none of a picture that is linked from elsewhere. */
export function sizesOf(url: string): string | undefined {
  const [, name, ending] = OWN.exec(url) ?? [];
  if (name === undefined || ending === undefined) return undefined;
  return [...SMALLER.map((width) => `${name}-${width}${ending} ${width}w`), `${url} ${LARGEST}w`].join(", ");
}

/** Have a picture fetched while the page that shows it is still being drawn. */
export function fetchPicture(image: Image | undefined, width: string): void {
  if (image) preload(image.url, { as: "image", imageSrcSet: sizesOf(image.url), imageSizes: width, fetchPriority: "high" });
}
