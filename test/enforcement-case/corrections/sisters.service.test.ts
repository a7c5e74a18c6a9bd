// Is a day fined once also of a party that is in no register, whichever of its cases has ordered the correction?
import { and, desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { commands } from '../../../db/schema/cases/cases.ts'
import type { Line } from '../../support/processes/lines.ts'
import { onPenaltyStage } from '../penalty-stage.ts'
import { day, matter, noticed, sample } from '../samples.ts'
import { recheckedOn } from './correction-samples.ts'
import { served, toReport } from './refusing.ts'

const { stage, begun, does } = onPenaltyStage()

const waived: Line = ['lin', 'waive-rights', sample('state-defence')]
/** From the report to the decision, on one day. */
const decided = (on: string, fine: number): Line[] => [
  ...toReport(fine),
  ['chen', 'approve-report'],
  ['lin', 'notify-penalty'],
  ['lin', 'serve-notice', served(on)],
  waived,
  ['lin', 'weigh-defence'],
  ['gao', 'record-discussion', { ...sample('record-discussion'), heldOn: on }],
  ['gao', 'decide-penalty', { ...sample('decide-penalty'), fine }],
]
const orders = (correctBy: string): Line => [
  'lin',
  'order-correction',
  { ...sample('order-correction'), correctBy },
]

/** Found to refuse by two, and the case that this opens. */
const refuses = async (id: string, on: string): Promise<string> => {
  const links = async () =>
    ((await stage().record(id)).links ?? []).filter(({ status }) => status === 'started')
  const before = (await links()).length
  const { openTasks } = await stage().record(id)
  const task = Object.values(openTasks).find(({ task }) => task === 're-check-correction')
  const options = { taskId: task?.id ?? '' }
  await stage().act(id, 'lin', 'correction-refused', recheckedOn(on), options)
  await stage().act(id, 'wu', 'sign', {}, options)
  await expect.poll(async () => (await links()).length, { timeout: 30_000 }).toBe(before + 1)
  return (await links()).at(-1)?.id ?? ''
}

const refusedWords = async (id: string, type: string): Promise<string> => {
  const [row] = await stage()
    .db.select({ answer: commands.answer })
    .from(commands)
    .where(and(eq(commands.caseId, id), eq(commands.type, type)))
    .orderBy(desc(commands.recordedAt))
  const answer = row?.answer
  return answer && !answer.ok ? answer.problem.reasons.map(({ zh }) => zh).join('；') : ''
}

test('two cases that repeat the same fine by orders of the same day are not both decided', async () => {
  const { enterprise: _, ...nameless } = matter
  const first = await begun(
    { ...nameless, partyName: '某加工点' },
    day,
    ...noticed(),
    waived,
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
    ['lin', 'serve-decision'],
    orders('2026-03-06'),
    ['until', '2026-03-09'],
  )
  const daily = await refuses(first, '2026-03-09')
  await does(daily, ...decided('2026-03-09', 140_000))
  await does(daily, ['lin', 'serve-decision', served('2026-03-09')], orders('2026-03-13'))
  await does(first, orders('2026-03-13'), ['until', '2026-03-16'])
  const ofFirst = await refuses(first, '2026-03-16')
  const ofDaily = await refuses(daily, '2026-03-16')
  await does(ofFirst, ...decided('2026-03-16', 140_000))
  const late = () => does(ofDaily, ...toReport(140_000))
  await expect(late()).rejects.toThrow()
  const { number } = await stage().record(ofFirst)
  expect(await refusedWords(ofDaily, 'conclude-investigation')).toContain(`${number}已就`)
})
