// At which posts would too few different people be left for their tasks while one of them stands in for another?

import { type Text, text } from '../../language/words.ts'
import { statesOf } from '../../model/chart.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import { type Address, groupOf } from '../../organisation/offices.ts'
import { type Region, regions } from '../../organisation/regions.ts'
import { signaturesNeeded } from '../tasks.ts'

/** `holders`: who holds each post now; the substitution is about these posts. */
export type StandingIn = { absent: string; substitute: string; holders: Map<string, string[]> }
export type Short = { group: string; need: number; left: number; task: Text }

/** For four eyes the two count as one. Only what the substitution itself makes short is named, the task that wants most first. */
export const understaffedPosts = (
  processes: ProcessDefinition[],
  { absent, substitute, holders }: StandingIn,
): Short[] =>
  [...holders].flatMap(([group, people]) => {
    const left = people.filter((one) => one !== absent && one !== substitute).length + 1
    const tasks = processes
      .flatMap((process) => tasksOf(process, group))
      .sort((one, other) => other.need - one.need)
    const found = tasks.find(({ need }) => people.length >= need && left < need)
    return found ? [{ group, left, ...found }] : []
  })

/** Tasks that this post has for itself, with the signatures each wants. */
const tasksOf = (process: ProcessDefinition, group: string): { need: number; task: Text }[] =>
  statesOf(process.machine).flatMap(({ task: meta }) => {
    if (
      !meta ||
      (meta.also ?? []).length > 0 ||
      meta.signers?.mode === 'sequence' ||
      !isFor(meta.to, group)
    )
      return []
    return [
      {
        need: signaturesNeeded(meta.signers),
        task: process.words.tasks[meta.task] ?? text(meta.task, meta.task),
      },
    ]
  })

const isFor = (address: Address, group: string): boolean =>
  (Object.keys(regions) as Region[]).some(
    (region) => groupOf(address, { region, owner: null }) === group,
  )
