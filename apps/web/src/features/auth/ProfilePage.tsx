import { Page } from "@/components/layout/Page";
import { SignInFirst } from "@/components/layout/SignInFirst";
import { Loading } from "@/components/ui/Loading";
import { AccountData } from "./AccountData";
import { PreferencesForm } from "./PreferencesForm";
import { ProfileForm } from "./ProfileForm";
import { SignOut } from "./SignOut";
import { texts } from "./texts";
import { useAuth } from "./useAuth";

/** Who the guest is to us, what they like, and what they may do with it. */
export function ProfilePage() {
  const { user, isKnown } = useAuth();
  const { title } = texts.profile;
  if (!user)
    return (
      <Page title={title}>
        {isKnown ? <SignInFirst title={title} lead={texts.profile.signInLead} from="/profile" /> : <Loading />}
      </Page>
    );
  const first = user.name.split(" ")[0];
  return (
    <Page title={title}>
      <h1 className="text-4xl">{first ? texts.profile.hello(first) : title}</h1>
      <p className="mt-1 text-ink-soft">{user.phone ? texts.profile.signedInAs(user.phone) : texts.profile.byLink}</p>
      <div className="mt-6 grid items-start gap-5 lg:grid-cols-2">
        <ProfileForm key={user.id} user={user} />
        <PreferencesForm className="lg:col-start-2 lg:row-span-3 lg:row-start-1" />
        <AccountData />
        <SignOut />
      </div>
    </Page>
  );
}
