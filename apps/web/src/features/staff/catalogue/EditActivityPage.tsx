import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Page } from "@/components/layout/Page";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { PageHead } from "../parts/PageHead";
import { deskActivityCall } from "./activity-calls";
import { EditActivity } from "./EditActivity";
import { NewActivity } from "./NewActivity";
import { texts } from "./texts";

/** One activity at the desk: edited, or made where the address says `new`. */
export function EditActivityPage() {
  const { key = "" } = useParams();
  const isNew = key === "new";
  return (
    <Page title={isNew ? texts.edit.newTitle : texts.edit.title} className="max-w-none">
      {isNew ? <NewActivity /> : <Found key={key} at={key} />}
    </Page>
  );
}

function Found({ at }: { at: string }) {
  const found = useQuery(deskActivityCall(at));
  if (found.data) return <EditActivity seen={found.data} />;
  return (
    <>
      <PageHead title={texts.edit.title} back={{ to: "/desk/catalogue", label: texts.title }} />
      {found.isError ? <Problem problem={found.error} onRetry={() => void found.refetch()} /> : <Loading />}
    </>
  );
}
