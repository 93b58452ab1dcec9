import type { Activity } from "@/api/shapes";
import { Stepper } from "@/components/ui/Stepper";
import { money } from "@/lib/format";
import { isTooYoung, mostPeople, type Party, type PartyProblem } from "@/lib/party";
import { texts } from "../texts";

interface Props {
  activity: Activity;
  party: Party;
  people: number;
  problem: PartyProblem;
  onChange: (party: Party) => void;
}

/** Who comes: a number for each rate. */
export function PartyFields({ activity, party, people, problem, onChange }: Props) {
  const most = mostPeople(activity);
  return (
    <div>
      {activity.rates.map((rate) => {
        if (isTooYoung(rate, activity)) return null;
        const count = party[rate.code] ?? 0;
        return (
          <Stepper
            key={rate.code}
            label={rate.label}
            note={noteOf(activity, rate)}
            value={count}
            most={count + most - people}
            onChange={(value) => {
              onChange({ ...party, [rate.code]: value });
            }}
          />
        );
      })}
      {problem ? (
        <p role="alert" className="text-sm font-semibold text-coral-deep">
          {inWords(problem, activity)}
        </p>
      ) : null}
    </div>
  );
}

function noteOf(activity: Activity, rate: Activity["rates"][number]): string {
  const price = activity.price_per === "person" ? money(rate.price, activity.currency) : "";
  // A rate's own label often says its ages already.
  const ages = /\d/.test(rate.label) ? "" : texts.detail.ages(rate.min_age, rate.max_age);
  return [price, ages].filter(Boolean).join(" · ");
}

function inWords(problem: NonNullable<PartyProblem>, activity: Activity): string {
  if (problem === "tooFew") return texts.detail.tooFew(activity.min_party);
  return problem === "tooMany" ? texts.detail.tooMany(mostPeople(activity)) : texts.detail.nobodySeated;
}
