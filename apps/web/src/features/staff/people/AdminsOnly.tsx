import type { ReactNode } from "react";
import { NotFound } from "@/components/layout/ErrorBoundary";
import { useAuth } from "@/features/auth/useAuth";

/** For admins; everybody else sees that there is nothing here. */
export function AdminsOnly({ children }: { children: ReactNode }) {
  const { user } = useAuth();
  return user?.role === "admin" ? children : <NotFound />;
}
