import { useEffect, useRef } from "react";
import { Outlet, ScrollRestoration, useLocation, useNavigate, useNavigation } from "react-router";
import { Footer } from "@/components/layout/Footer";
import { Header } from "@/components/layout/Header";
import { Navigation } from "@/components/layout/Navigation";
import { OfflineBanner } from "@/components/layout/OfflineBanner";
import { Toaster } from "@/components/ui/Toaster";
import { useSessionCall } from "@/features/auth/session-call";
import { useNotifications } from "@/features/bookings/useNotifications";
import { endedSession } from "@/lib/http";
import { useResortCall } from "@/lib/resort-call";
import { useStore } from "@/lib/store";
import { texts } from "@/lib/texts";
import { toast } from "@/lib/toast";

/** What stands around every page. */
export function Shell() {
  useResortCall();
  useSessionCall();
  useNotifications();
  useSignInAgain();
  const isMoving = useNavigation().state !== "idle";
  const isDesk = useLocation().pathname.startsWith("/desk");
  return (
    <div className="flex min-h-dvh flex-col">
      <OfflineBanner />
      <Header />
      <main id="content" tabIndex={-1} aria-busy={isMoving} className="flex-1 outline-none">
        <Outlet />
      </main>
      {isDesk ? null : (
        <>
          <Footer />
          <Navigation />
        </>
      )}
      <Toaster />
      <ScrollRestoration />
    </div>
  );
}

/** Where a session ended in the middle: say so, let the guest sign in, and come back here. */
function useSignInAgain(): void {
  const ended = useStore(endedSession);
  const seen = useRef(ended);
  const go = useNavigate();
  const here = useLocation();
  useEffect(() => {
    if (ended === seen.current) return;
    seen.current = ended;
    toast.info(texts.errors.sessionEnded);
    void go("/login", { state: { from: here.pathname + here.search } });
  }, [ended, go, here]);
}
