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
