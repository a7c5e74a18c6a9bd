// What waits for people, and for whom of them, and what is tried again soon?
import { expect, test } from 'vitest'
import { judged } from '../../../devices/opcua/refusals.ts'

test.each([
  [
    'server Certificate verification failed with err BadCertificateUntrusted (0x801a0000)',
    'untrusted',
  ],
  [
    'server Certificate verification failed with err BadCertificateTimeInvalid (0x80140000)',
    'expired',
  ],
  ['BadCertificateIssuerTimeInvalid', 'expired'],
  ['BadCertificateChainIncomplete', 'untrusted'],
  ['BadSecurityChecksFailed', 'notTrustedThere'],
  ['BadIdentityTokenRejected', 'identity'],
  ['cannot find an endpoint for securityMode', 'noEndpoint'],
  ['connect ECONNREFUSED', null],
])('%s: %s', (message, why) => {
  expect(judged(new Error(message))).toBe(why)
})
