// Why does a plant not let us in, when trying again would not help?
import { RefusedAddress } from '../outbound/dial.ts'

export type Refused =
  | 'untrusted'
  | 'expired'
  | 'notTrustedThere'
  | 'identity'
  | 'noEndpoint'
  | 'address'

const kinds: [RegExp, Refused][] = [
  [/BadIdentityToken(Rejected|Invalid)|BadUserAccessDenied|BadUserSignatureInvalid/, 'identity'],
  [/BadCertificate(Issuer)?TimeInvalid/, 'expired'],
  [
    /BadCertificate(Untrusted|UseNotAllowed|Invalid|ChainIncomplete|HostNameInvalid|UriInvalid|Revoked)/,
    'untrusted',
  ],
  [/BadSecurityChecksFailed/, 'notTrustedThere'],
  [
    /BadSecurityPolicyRejected|BadSecurityModeRejected|[Cc]annot find an? .*endpoint|no endpoint/,
    'noEndpoint',
  ],
]

/** Null: a fault of the line, which is tried again soon; the others wait for people, who are told. */
export const judged = (error: Error): Refused | null =>
  error instanceof RefusedAddress
    ? 'address'
    : (kinds.find(([pattern]) => pattern.test(error.message))?.[1] ?? null)
