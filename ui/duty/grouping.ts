// In which order do rows and headings stand while alarms flood in?
import type { FloodView } from '../../contract/duty/alarms.ts'
import type { AlarmRow } from '../../domain/duty/views.ts'

export type Line =
  | { kind: 'head'; key: string; site: string; name: string; n: number }
  | { kind: 'row'; key: string; row: AlarmRow }

const line = (row: AlarmRow): Line => ({ kind: 'row', key: row.id, row })

/**
 * No flood: the rows as they come. In a flood what may kill stands on top, then each flooded site under its heading, then all others;
 * within each the order stays. Exercises (演练) stand below all that is real, the same way, and are never pinned.
 */
export const linesOf = (
  rows: AlarmRow[],
  floods: FloodView[],
  heads: { pinned: string; others: string; exercises: string },
): Line[] => {
  if (floods.length === 0) return rows.map(line)
  const left = rows.filter(({ level, synthetic }) => synthetic || level !== 1)
  const sites = new Set(floods.map(({ site }) => site))
  const head = (key: string, name: string, of: AlarmRow[], n = of.length): Line[] =>
    of.length === 0
      ? []
      : [{ kind: 'head', key: `head-${key}`, site: key, name, n }, ...of.map(line)]
  const part = (key: string, name: string, all: AlarmRow[]): Line[] => [
    ...floods.flatMap((flood) => flooded(flood, all)),
    ...head(
      key,
      name,
      all.filter(({ site }) => !sites.has(site)),
    ),
  ]
  const flooded = ({ site, name, n }: FloodView, all: AlarmRow[]): Line[] => {
    const own = all.filter((row) => row.site === site)
    return head(site, name, own, n)
  }
  return [
    ...head(
      'pinned',
      heads.pinned,
      rows.filter(({ level, synthetic }) => level === 1 && !synthetic),
    ),
    ...part(
      'others',
      heads.others,
      left.filter(({ synthetic }) => !synthetic),
    ),
    ...part(
      'exercises',
      heads.exercises,
      left.filter(({ synthetic }) => synthetic),
    ),
  ]
}
