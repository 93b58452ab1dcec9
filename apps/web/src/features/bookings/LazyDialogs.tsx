import { lazy, Suspense, useEffect, useState } from "react";
import type { DialogProps } from "./BookingDialogs";

const load = () => import("./BookingDialogs");
const Dialogs = lazy(async () => ({ default: (await load()).BookingDialogs }));

/** The dialogs of a booking; they are fetched once the page stands, so that a link shows its booking sooner. */
export function LazyDialogs(props: DialogProps) {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isGone = false;
    load().then(
      () => {
        if (!isGone) setReady(true);
      },
      // Asked for again at the first tap.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  if (!isReady && props.open === null) return null;
  return (
    <Suspense fallback={null}>
      <Dialogs {...props} />
    </Suspense>
  );
}
