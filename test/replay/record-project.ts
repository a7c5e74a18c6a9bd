// Records the histories of construction projects as record.ts does those of hazards: `node test/replay/record-project.ts`.
import { canary, licensingPlayers } from './canaries.ts'
import { openRecorder } from './recorder.ts'

const process_ = 'three-simultaneities'
const recorder = await openRecorder(process_, '2026-02-02T01:00:00.000Z')
const { save } = recorder
const [boss, clerk, one, two, chief, leader] = await recorder.people(...licensingPlayers)

const {
  title: name,
  site,
  description: scale,
  reasons: reason,
  requirements: document,
  findings,
  summary,
} = canary
const registers = async (): Promise<string> =>
  (
    await boss.start(process_, {
      name,
      kind: 'mine',
      nature: 'new',
      site,
      scale,
      grounds: ['entrusted'],
    })
  ).id
const applies = async (id: string) =>
  boss.act(
    id,
    'apply-design',
    await boss.withPapers(process_, 'apply-design', { designer: findings, summary }),
  )

/** Accepted by silence, with its hearing not asked for, its experts and an extension; approved, built and in use. */
const inUse = async (): Promise<string> => {
  const id = await registers()
  await applies(id)
  await clerk.advance('P8D')
  await one.act(id, 'tell-hearing-right', { reason, document })
  await one.act(id, 'serve-hearing-notice', {
    method: 'direct',
    servedOn: '2026-02-10',
    receiver: canary.measures,
  })
  await clerk.advance('P20D')
  await one.act(id, 'begin-expert-review', {
    reason,
    until: '2026-03-20',
    toldOn: '2026-03-02',
    document,
  })
  await clerk.advance('P10D')
  await one.act(id, 'end-expert-review', { conclusion: findings })
  await leader.act(id, 'extend-review', { by: 10, reason, document })
  await one.act(id, 'waive-site-check', { reason })
  await one.act(id, 'submit-opinion', { advice: 'grant', findings, document })
  await two.act(id, 'sign')
  await chief.act(id, 'endorse')
  await leader.act(id, 'approve-design', { document })
  await clerk.act(id, 'serve-approval', {
    method: 'direct',
    servedOn: '2026-03-12',
    receiver: canary.measures,
  })
  await boss.act(id, 'begin-construction', { startedOn: '2026-03-12', contractor: findings })
  await boss.act(id, 'finish-construction', { trial: false, summary })
  await boss.act(id, 'report-completion', { acceptedOn: '2026-03-12', agency: findings, summary })
  await chief.act(id, 'file-completion', { reason })
  return id
}

/** Refused for false material: the project waits, barred for a year. */
const barred = async (): Promise<string> => {
  const id = await registers()
  await applies(id)
  await clerk.act(id, 'refuse-acceptance', {
    ground: 'false-material',
    reasons: reason,
    remedies: summary,
    document,
  })
  return id
}

await save('open', await registers())
await save('in-use', await inUse())
await save('barred', await barred())
await recorder.close()
