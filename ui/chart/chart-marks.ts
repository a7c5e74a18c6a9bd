// Which states of a chart are passed, current, possible or ends?
import type { CaseView } from '../../contract/case/cases.ts'
import type { Diagram } from '../../domain/views/chart/chart-views.ts'

export type Mark = 'done' | 'current' | 'waiting' | 'possible'
/** `elsewhere`: states whose task is in other hands. */
export type Progress = Pick<CaseView, 'active' | 'travelled'> & { elsewhere: string[] }

const covers = (active: string[], id: string) =>
  active.some((name) => name === id || name.startsWith(`${id}.`))

export const edgeKey = (edge: Diagram['edges'][number]) => `${edge.from}→${edge.event}→${edge.to}`

/** The five marks: done ✓, current ●, waiting for others dashed, possible outline, end rounded (by kind). */
export const markOf = (id: string, progress: Progress | undefined): Mark => {
  if (!progress) return 'possible'
  if (covers(progress.active, id)) return progress.elsewhere.includes(id) ? 'waiting' : 'current'
  const passed = progress.travelled.some((key) => {
    const [from, , to] = key.split('→')
    return [from, to].some((name) => name === id || name?.startsWith(`${id}.`))
  })
  return passed ? 'done' : 'possible'
}

export const isTravelled = (edge: Diagram['edges'][number], progress: Progress | undefined) => {
  if (!progress) return false
  if (edge.from.endsWith('#start')) return markOf(edge.to, progress) !== 'possible'
  return progress.travelled.includes(edgeKey(edge))
}
