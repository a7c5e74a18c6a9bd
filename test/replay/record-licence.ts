// Records the histories of licences as record.ts does those of hazards: `node test/replay/record-licence.ts`.
import { checklist } from '../hazchem-licence/samples.ts'
import { canary, licensingPlayers } from './canaries.ts'
import { openRecorder } from './recorder.ts'

const process_ = 'hazchem-licence'
const recorder = await openRecorder(process_, '2026-02-02T01:00:00.000Z')
const { save } = recorder
const [boss, clerk, one, two, chief, leader, lawyer] = await recorder.people(...licensingPlayers)

const document = canary.requirements
const good = canary.description.slice(0, 60)
const applies = async (more: Record<string, unknown> = {}): Promise<string> => {
  const { site } = canary
  const form = { kind: 'new', site, mode: '零售', otherScope: [good], ...more }
  return (await boss.applies(process_, form)).id
}

/** Sent back once, accepted by silence, stopped for the experts, and deemed renewed. */
const renewed = async (): Promise<string> => {
  const id = await applies({ kind: 'renewal', licenceNumber: document, expiresOn: '2026-05-10' })
  await clerk.act(id, 'require-supplement', { items: [canary.title], document })
  await boss.act(id, 'supplement', {
    answers: [{ item: canary.title, passed: true, note: canary.reasons }],
  })
  await clerk.advance('P9D')
  await one.act(id, 'begin-site-check', { reason: canary.reasons })
  await one.act(id, 'site-check-passed', { findings: canary.findings, document })
  await two.act(id, 'sign')
  await one.act(id, 'begin-expert-review', {
    reason: canary.reasons,
    until: '2026-03-20',
    document,
  })
  await clerk.advance('P90D')
  await clerk.act(id, 'issue-licence', { licenceNumber: document, scope: [good] })
  await clerk.act(id, 'serve-licence', {
    method: 'direct',
    servedOn: '2026-05-12',
    receiver: canary.measures,
  })
  return id
}

/** Handled jointly, its hearing asked for, told of and held; refused in the end. */
const hearingHeld = async (): Promise<string> => {
  const id = await applies()
  const [reason, findings] = [canary.reasons, canary.findings]
  await clerk.act(id, 'accept', { checklist, document })
  await chief.act(id, 'handle-jointly', { bureaus: ['fire', 'housing'], reason })
  for (const bureau of ['fire', 'housing'])
    await one.act(id, 'note-joint-opinion', { bureau, findings })
  await one.act(id, 'begin-site-check', { reason })
  await one.act(id, 'site-check-failed', { findings, document })
  await two.act(id, 'sign')
  await one.act(id, 'tell-hearing-right', {
    ground: 'refusal',
    reason,
    others: canary.title,
    document,
  })
  await boss.act(id, 'request-hearing', { reason })
  const chairs = await chief.get<{ items: { id: string; role: { zh: string } }[] }>(
    `/api/people?case=${id}&act=notify-hearing`,
  )
  await chief.act(id, 'notify-hearing', {
    heldOn: '2026-06-01',
    place: canary.site,
    chair: chairs.items.find(({ role }) => role.zh === '法制审核员')?.id,
    document,
  })
  await clerk.advance('P20D')
  await lawyer.act(id, 'close-hearing', { record: canary.summary, document })
  await one.act(id, 'submit-opinion', { advice: 'refuse', findings, document })
  await two.act(id, 'sign')
  await chief.act(id, 'endorse')
  await leader.act(id, 'refuse', { reasons: reason, remedies: canary.summary, document })
  await clerk.act(id, 'serve-refusal', {
    method: 'direct',
    servedOn: '2026-06-01',
    receiver: canary.measures,
  })
  return id
}

/** Refused for false material: the case waits a year and ends by itself. */
const barred = async (): Promise<string> => {
  const id = await applies()
  const [reasons, remedies] = [canary.reasons, canary.summary]
  await clerk.act(id, 'refuse-acceptance', {
    ground: 'false-material',
    reasons,
    remedies,
    document,
  })
  return id
}

await save('open', await applies())
await save('deemed-renewed', await renewed())
await save('hearing', await hearingHeld())
await save('barred', await barred())
await recorder.close()
