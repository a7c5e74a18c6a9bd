// Records the histories of enforcement cases as record.ts does those of hazards: `node test/replay/record-enforcement-case.ts`.

import { settleCertificates } from '../enforcement-case/certificates.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { canary } from './canaries.ts'
import { openRecorder } from './recorder.ts'

const recorder = await openRecorder('enforcement-case', '2026-03-02T01:00:00.000Z')
const { people, product, save } = recorder
await settleCertificates(product.db)
const [one, two, chief, leader, party] = await people(
  'kecheng.inspector1',
  'kecheng.inspector2',
  'kecheng.chief',
  'kecheng.leader',
  'e001.principal',
)
const { enterprise } = await party.get<{ enterprise: { id: string } }>('/api/me')

const openCase = async (): Promise<string> =>
  (
    await one.start('enforcement-case', {
      title: canary.title,
      partyKind: 'organisation',
      source: 'inspection',
      facts: canary.description,
      enterprise: enterprise.id,
    })
  ).id

/** As far as the notice with the offer of a hearing is served. */
const told = async (): Promise<string> => {
  const id = await openCase()
  await leader.act(id, 'approve-filing', {})
  await one.act(id, 'record-evidence', {
    kind: 'inspection',
    takenOn: '2026-03-02',
    content: canary.findings,
    certificates: ['浙执001', '浙执002'],
    recusalTold: true,
  })
  await two.act(id, 'sign', {})
  await one.act(id, 'conclude-investigation', {
    findings: canary.findings,
    actEnded: '2026-02-27',
    circumstances: [],
    advice: 'penalty',
    penalties: ['fine'],
    fine: 50_000,
    basis: canary.reasons,
  })
  await two.act(id, 'sign', {})
  await chief.act(id, 'approve-report', {})
  await one.act(id, 'notify-penalty', {
    facts: canary.findings,
    reasons: canary.reasons,
    basis: canary.reasons,
    planned: canary.reasons,
  })
  await untilIssued(product.db, id)
  await one.act(id, 'serve-notice', {
    method: 'direct',
    servedOn: '2026-03-02',
    receiver: canary.reasons,
  })
  return id
}

await save('open', await openCase())

const refused = await openCase()
await leader.act(refused, 'refuse-filing', { reason: canary.reasons })
await save('not-filed', refused)

const silent = await told()
await chief.advance('P9D')
await save('window-lapsed', silent)

await recorder.close()
