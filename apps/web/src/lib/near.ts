import { useEffect, useRef, useState, type RefObject } from "react";

const MARGIN = "160px";

/** Whether an element has come near to what is seen. Browsers' own lazy loading begins screens away. */
export function useNear<T extends Element>(isAlready: boolean): { box: RefObject<T | null>; isNear: boolean } {
  const box = useRef<T>(null);
  const [hasCome, setHasCome] = useState(isAlready || typeof IntersectionObserver === "undefined");
  useEffect(() => {
    if (hasCome || !box.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setHasCome(true);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(box.current);
    return () => {
      observer.disconnect();
    };
  }, [hasCome]);
  return { box, isNear: hasCome };
}
