// Which tasks, levels and clocks would find nobody if a post stood empty?

import { competentKinds } from '../competence/matters.ts'
import { recipientsOf } from '../engine/notices/notices.ts'
import { type Text, text } from '../language/words.ts'
import { statesOf } from '../model/chart.ts'
import type { ProcessDefinition, TaskMeta } from '../model/process.ts'
import { type Address, groupOf } from '../organisation/offices.ts'
import { type Region, regions } from '../organisation/regions.ts'
import type { Duty } from '../organisation/vacancies.ts'
import { addressesOfClock } from '../tasks/tasks.ts'

/** What a process wants of the holders of a group `<office>/<role>`, in the order tasks, levels, clocks kept, starting. */
export const dutiesOf = (process: ProcessDefinition, group: string): Duty[] => {
  const owner = /^enterprise:(.*)\/[^/]+$/.exec(group)?.[1] ?? null
  const places = (Object.keys(regions) as Region[]).map((region) => ({ region, owner }))
  const meant = (addresses: readonly Address[]) =>
    addresses.some((one) => places.some((place) => groupOf(one, place) === group))
  const duty = (kind: Duty['kind'], words: Text): Duty => ({
    process: process.id,
    title: process.title,
    kind,
    words,
  })
  const { by } = process.start
  const remembered = process.competence ? everyCompetence : []
  return [
    ...tasksFor(process, remembered, meant).map((words) => duty('task', words)),
    ...process.clocks.flatMap((clock) => [
      ...(meant(clock.warnNotify)
        ? [duty('escalation', text(`即将到期：${clock.words.zh}`, `Due soon: ${clock.words.en}`))]
        : []),
      ...clock.escalationPolicy
        .filter((level) =>
          [{}, ...remembered].some((context) => meant(recipientsOf(level, context))),
        )
        .map(({ words }) => duty('escalation', words)),
    ]),
    ...process.clocks
      .filter((clock) =>
        [{}, ...remembered].some((context) => meant(addressesOfClock(clock, context))),
      )
      .map(({ words }) => duty('clockOwner', words)),
    ...(Array.isArray(by) && meant(by) ? [duty('start', process.start.words)] : []),
  ]
}

/** What the chart of a case could remember of the office that is competent for it. */
const everyCompetence = competentKinds.flatMap((office) =>
  (['county', 'city'] as const).map((level) => ({ competent: { office, level } })),
)

const tasksFor = (
  process: ProcessDefinition,
  remembered: readonly Record<string, unknown>[],
  meant: (addresses: readonly Address[]) => boolean,
): Text[] => {
  const addressed = ({ to, also = [], among }: TaskMeta) => [
    to,
    ...also,
    ...remembered.flatMap((context) => among?.(context) ?? []),
  ]
  const found = statesOf(process.machine).flatMap(({ task }) =>
    task && meant(addressed(task)) ? [task.task] : [],
  )
  return [...new Set(found)].map((task) => process.words.tasks[task] ?? text(task, task))
}
