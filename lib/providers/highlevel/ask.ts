import type { Json } from '../../call/call';
import type { PatternShape } from '../../page/detect/idShapes';
import type { Api, ApiRequest } from '../provider';
import { accepted, explainer } from '../reading/explain';

/** Contact, message and location IDs: 20 characters live, 24 hex digits in the documents. */
export const otherId: PatternShape[] = [{ kind: 'bare', pattern: '[A-Za-z0-9_-]{10,40}' }];

// Sentences the API was seen to answer; most come with status 401, whatever they mean.
export const explain = explainer(
  ['message', 'error', 'detail'],
  [
    [/not authorized for this scope/i, 'scope-missing'],
    [/location is not accessible|does not have access to this location/i, 'no-access'],
    [/locationid is missing/i, 'account-missing'],
    [/version header/i, 'request-rejected'],
    [/contact (with id \S+ )?not found/i, 'not-found'],
    [/invalid jwt|private integration token|invalid token|token (is|has) (invalid|expired)/i, 'key-rejected'],
  ],
);

/** Asks by `GET` unless told otherwise. Throws a `CallFailure`, also for a failure inside a reply of status 200. */
export const ask = async (api: Api, request: Partial<ApiRequest> & Pick<ApiRequest, 'path' | 'scope'>): Promise<Json> =>
  accepted(await api.request({ method: 'GET', ...request }), explain);
