// In which order do rows and headings stand while alarms flood in?
import type { AlarmRow, FloodView } from '../../domain/duty/views.ts'

export type Line = { kind: 'head'; key: string; site: string; name: string; n: number } | { kind: 'row'; key: string; row: AlarmRow }

const line = (row: AlarmRow): Line => ({ kind: 'row', key: row.id, row })

/**
 * No flood: the rows as they come. In a flood what may kill stands on top, then each flooded site under its heading, then all others;
 * within each the order stays.
 */
export const linesOf = (rows: AlarmRow[], floods: FloodView[], heads: { pinned: string; others: string }): Line[] => {
  if (floods.length === 0) return rows.map(line)
  const pinned = rows.filter(({ level }) => level === 1)
  const left = rows.filter(({ level }) => level !== 1)
  const sites = new Set(floods.map(({ site }) => site))
  const head = (key: string, name: string, of: AlarmRow[], n = of.length): Line[] =>
    of.length === 0 ? [] : [{ kind: 'head', key: `head-${key}`, site: key, name, n }, ...of.map(line)]
  return [
    ...head('pinned', heads.pinned, pinned),
    ...floods.flatMap(({ site, name, n }) =>
      head(
        site,
        name,
        left.filter((row) => row.site === site),
        n,
      ),
    ),
    ...head(
      'others',
      heads.others,
      left.filter(({ site }) => !sites.has(site)),
    ),
  ]
}
