// Lawful fillings of every form about a power of attorney.
import type { Samples } from '../../support/walks/walk.ts'

const power = ['00000000-0000-4000-8000-000000000001']
const ofThis = { scope: 'general', from: '2026-03-02', until: '2027-03-01' }

export const counselSamples: Samples = {
  'name-party-counsel': [
    {
      represents: 1,
      counselName: '张律师',
      counselIdentity: '330802198001010016',
      counselMobile: '13833330003',
      counselPower: power,
      ...ofThis,
    },
  ],
  'name-enterprise-counsel': [
    {
      agentName: '李律师',
      agentIdentity: '330802198002020013',
      agentMobile: '13844440004',
      power,
      ...ofThis,
      scope: 'special',
    },
  ],
  'accept-party-counsel': [{}],
  'refuse-party-counsel': [{ reason: '委托书无签名' }],
  'withdraw-party-counsel': [{ reason: '解除委托' }],
  'accept-enterprise-counsel': [{}],
  'refuse-enterprise-counsel': [{ reason: '委托书无签名' }],
  'withdraw-enterprise-counsel': [{ reason: '解除委托' }],
}
