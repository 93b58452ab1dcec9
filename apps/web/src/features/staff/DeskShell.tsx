import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { NotFound } from "@/components/layout/ErrorBoundary";
import { Loading } from "@/components/ui/Loading";
import { sessionQuery } from "@/features/auth/session-call";
import { useAuth } from "@/features/auth/useAuth";
import { keep, kept } from "@/lib/kept";
import { useOnline } from "@/lib/online";
import { QuickBooking } from "./booking/QuickBooking";
import { DeskNavigation } from "./DeskNavigation";
import { UndoBar } from "./parts/UndoBar";
import { useOfflineReading } from "./parts/useOfflineReading";

const WHO = "who";

/** What stands around every page of the desk; guests see that there is nothing here. */
export function DeskShell() {
  const { user, isKnown } = useAuth();
  const here = useLocation();
  const isReadingAgain = useReadingAgain();
  if (isReadingAgain) return <Desk isAdmin={false} />;
  if (!isKnown) return <Loading />;
  if (!user) return <Navigate to="/login" replace state={{ from: here.pathname + here.search }} />;
  if (user.role === "guest") return <NotFound />;
  return <Desk isAdmin={user.role === "admin"} />;
}

/** Whether somebody of the desk is here without a connection: nobody can be asked, what was kept may be read. */
function useReadingAgain(): boolean {
  const { user, isKnown } = useAuth();
  const isOnline = useOnline();
  const { isError } = useQuery(sessionQuery);
  const isStaff = user !== null && user.role !== "guest";
  useEffect(() => {
    if (isStaff) keep(WHO, true);
  }, [isStaff]);
  return !isKnown && (!isOnline || isError) && kept(WHO) !== null;
}

function Desk({ isAdmin }: { isAdmin: boolean }) {
  useOfflineReading();
  return (
    <div className="mx-auto w-full max-w-[110rem] lg:grid lg:grid-cols-[13rem_1fr] print:block">
      <DeskNavigation isAdmin={isAdmin} />
      <div className="min-w-0">
        <Outlet />
      </div>
      <QuickBooking />
      <UndoBar />
    </div>
  );
}
