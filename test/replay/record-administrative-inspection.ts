// Records the histories of inspections as record.ts does those of hazards: `node test/replay/record-administrative-inspection.ts`.

import { answered } from '../administrative-inspection/samples.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { canary } from './canaries.ts'
import { openRecorder } from './recorder.ts'

const recorder = await openRecorder('administrative-inspection', '2026-03-02T01:00:00.000Z')
const { people, product, save } = recorder
await settleCertificates(product.db)
const [one, two, leader, party] = await people(
  'kecheng.inspector1',
  'kecheng.inspector2',
  'kecheng.leader',
  'e001.principal',
)
const { enterprise } = await party.get<{ enterprise: { id: string } }>('/api/me')

const openCase = async (): Promise<string> =>
  (
    await one.start('administrative-inspection', {
      title: canary.title,
      ground: 'planned',
      checklist: 'general',
      scope: canary.description,
      plannedOn: '2026-03-02',
      enterprise: enterprise.id,
    })
  ).id

await save('open', await openCase())

const certificates = ['浙执001', '浙执002']
const ordered = await openCase()
await leader.act(ordered, 'approve-inspection', {})
await one.act(ordered, 'issue-notice', { plannedOn: '2026-03-02', content: canary.description })
await untilIssued(product.db, ordered)
await one.act(ordered, 'begin-inspection', {
  certificates,
  identityShown: true,
  receiver: canary.reasons,
})
const record = {
  ...answered('training'),
  situation: canary.findings,
  certificates,
  signature: 'signed',
  receiver: canary.reasons,
}
await one.act(
  ordered,
  'record-inspection',
  await one.withPapers('administrative-inspection', 'record-inspection', record),
)
await two.act(ordered, 'sign', {})
await untilIssued(product.db, ordered)
await one.act(ordered, 'order-correction', {
  findings: ['training'],
  requirements: canary.reasons,
  correctBy: '2026-03-20',
  receiver: canary.reasons,
})
await untilIssued(product.db, ordered)
await leader.advance('P32D')
await save('ordered-late', ordered)

await recorder.close()
