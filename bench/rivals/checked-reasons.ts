import type { Model } from '../decisions/model.ts';
import type { Answer } from '../decisions/reference.ts';
import type { Request } from '../decisions/requests.ts';
import { channels, purposes } from '../decisions/requests.ts';
import { countKeys, isObject } from './checked-objects.ts';
import { createNamedRival } from './named-reasons.ts';

/**
 * The rules that decide, named, after the checks that compiled code makes: as `named-reasons`, behind one function that
 * throws where a fact is missing, of a wrong type, unknown or not a finite number. Fast because each check is a
 * comparison or one look-up, and nothing is copied.
 */
export function createCheckedNamedRival(model: Model): (request: Request) => Answer {
  const decide = createNamedRival(model);
  const places = new Set<unknown>(model.places);
  const industries = new Set<unknown>(model.industries);
  const knownChannels = new Set<unknown>(channels);
  const knownPurposes = new Set<unknown>(purposes);
  const isKnown = ({ customer, channel, purpose, industry }: Request): boolean =>
    places.has(customer.place) &&
    industries.has(industry) &&
    knownChannels.has(channel) &&
    knownPurposes.has(purpose);
  return (request) => {
    if (!hasShape(request) || !hasTypes(request) || !isKnown(request)) {
      throw new Error('These facts are not those of a request.');
    }
    return decide(request);
  };
}

function hasShape(request: Request): boolean {
  return (
    isObject(request) &&
    countKeys(request) === 9 &&
    isObject(request.customer) &&
    countKeys(request.customer) === 4
  );
}

function hasTypes({
  customer,
  hasConsented,
  isOnRegister,
  isBusiness,
  localHour,
  attempts,
}: Request): boolean {
  return (
    typeof hasConsented === 'boolean' &&
    typeof isOnRegister === 'boolean' &&
    typeof isBusiness === 'boolean' &&
    typeof customer.isCustomer === 'boolean' &&
    typeof customer.hasObjected === 'boolean' &&
    Number.isFinite(customer.age) &&
    Number.isFinite(localHour) &&
    Number.isFinite(attempts)
  );
}
