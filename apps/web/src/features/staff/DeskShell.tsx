import { Navigate, Outlet, useLocation } from "react-router";
import { NotFound } from "@/components/layout/ErrorBoundary";
import { Loading } from "@/components/ui/Loading";
import { useAuth } from "@/features/auth/useAuth";
import { QuickBooking } from "./booking/QuickBooking";
import { DeskNavigation } from "./DeskNavigation";
import { UndoBar } from "./parts/UndoBar";

/** What stands around every page of the desk; guests see that there is nothing here. */
export function DeskShell() {
  const { user, isKnown } = useAuth();
  const here = useLocation();
  if (!isKnown) return <Loading />;
  if (!user) return <Navigate to="/login" replace state={{ from: here.pathname + here.search }} />;
  if (user.role === "guest") return <NotFound />;
  return (
    <div className="mx-auto w-full max-w-[110rem] lg:grid lg:grid-cols-[13rem_1fr] print:block">
      <DeskNavigation isAdmin={user.role === "admin"} />
      <div className="min-w-0">
        <Outlet />
      </div>
      <QuickBooking />
      <UndoBar />
    </div>
  );
}
