import type { Activity, Decision } from '../generated/index.ts';
import {
  access,
  automatedDecision,
  collect,
  contact,
  migrate,
  notifyBreach,
  placeOnDevice,
  sellOrShare,
  share,
  store,
  transfer,
} from '../generated/index.ts';
import type { Request } from '../requests/story.ts';

const askers: Readonly<Record<string, (facts: unknown, now: string) => Decision>> = {
  access: asker(access),
  'automated-decision': asker(automatedDecision),
  collect: asker(collect),
  contact: asker(contact),
  migrate: asker(migrate),
  'notify-breach': asker(notifyBreach),
  'place-on-device': asker(placeOnDevice),
  'sell-or-share': asker(sellOrShare),
  share: asker(share),
  store: asker(store),
  transfer: asker(transfer),
};

/** Asks the compiled policies. */
export function decide({ activity, facts, now }: Request): Decision {
  const ask = askers[activity];
  if (ask === undefined) throw new Error(`There is no activity "${activity}".`);
  return ask(facts, now);
}

/** Facts from outside are checked once; after that the activity trusts them. */
function asker<Name extends string, Facts>(activity: Activity<Name, Facts>) {
  return (facts: unknown, now: string): Decision => {
    const checked = activity.schema['~standard'].validate(facts);
    if (checked.issues !== undefined) {
      throw new Error(
        checked.issues.map(({ path, message }) => `${(path ?? []).join('.')}: ${message}`).join('\n'),
      );
    }
    return activity.trusted.decide(checked.value, { now });
  };
}
