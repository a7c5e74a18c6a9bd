// Is the fine of a party that is in no register repeated no more once its penalty was annulled?
import { and, desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { commands } from '../../../db/schema/cases/cases.ts'
import { onPenaltyStage } from '../penalty-stage.ts'
import { day, matter, noticed, sample } from '../samples.ts'
import { recheckedOn } from './correction-samples.ts'
import { toReport } from './refusing.ts'

const { stage, begun, does } = onPenaltyStage()
const on = '2026-03-09'

test('an annulled fine is repeated against nobody, registered or not', async () => {
  const { enterprise: _, ...nameless } = matter

  const first = await begun(
    { ...nameless, partyName: '某加工点' },
    day,
    ...noticed(),
    ['lin', 'waive-rights', sample('state-defence')],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
    ['lin', 'serve-decision'],
    ['lin', 'order-correction'],
    ['until', on],
  )
  const { openTasks } = await stage().record(first)
  const task = Object.values(openTasks).find(({ task }) => task === 're-check-correction')
  const options = { taskId: task?.id ?? '' }
  await stage().act(first, 'lin', 'correction-refused', recheckedOn(on), options)
  await stage().act(first, 'wu', 'sign', {}, options)
  const links = async () => (await stage().record(first)).links ?? []
  await expect
    .poll(async () => (await links()).map(({ status }) => status), { timeout: 30_000 })
    .toEqual(['started'])
  const [{ id = '' } = {}] = await links()
  expect((await stage().record(id)).owner).toBeNull()

  await does(id, ...toReport(140_000), ['chen', 'approve-report'])
  await does(first, ['fa', 'receive-remedy'], ['fa', 'record-annulment'])
  await stage()
    .act(id, 'lin', 'notify-penalty', sample('notify-penalty'))
    .catch(() => undefined)
  const [row] = await stage()
    .db.select({ answer: commands.answer })
    .from(commands)
    .where(and(eq(commands.caseId, id), eq(commands.type, 'notify-penalty')))
    .orderBy(desc(commands.recordedAt))
  const answer = row?.answer
  const why = answer && !answer.ok ? answer.problem.reasons.map(({ zh }) => zh).join('；') : ''
  expect(why).toContain('已被撤销')
})
