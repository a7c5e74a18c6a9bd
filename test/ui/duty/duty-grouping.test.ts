// Can an exercise ever stand above a real alarm, or be pinned, however they come?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FloodView } from '../../../contract/duty/alarms.ts'
import type { AlarmRow } from '../../../domain/duty/views.ts'
import { linesOf } from '../../../ui/duty/grouping.ts'

const heads = { pinned: '一级报警', others: '其他', exercises: '演练' }
const row = fc.record({
  id: fc.uuid(),
  level: fc.constantFrom(1, 2, 3, 4),
  synthetic: fc.boolean(),
  place: fc.constantFrom('e1', 'e2', 'e3'),
})
const flood = (site: string): FloodView => ({
  site,
  name: site,
  since: '2026-11-26T00:00:00.000Z',
  n: 60,
})

test('promise (alarms): an exercise of level 1 is never pinned, and never stands above a real alarm of any level', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 12 }),
      fc.subarray(['e1', 'e2', 'exercise/e1', 'exercise/e3']),
      (all, sites) => {
        // As the server orders them: what is real first.
        const rows = all
          .toSorted((a, b) => Number(a.synthetic) - Number(b.synthetic))
          .map(
            ({ place, ...one }) =>
              ({ ...one, site: one.synthetic ? `exercise/${place}` : place }) as AlarmRow,
          )
        const lines = linesOf(rows, sites.map(flood), heads)
        const visible = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))
        expect(visible.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
        const firstDrill = visible.findIndex(({ synthetic }) => synthetic)
        expect(
          firstDrill === -1 || visible.slice(firstDrill).every(({ synthetic }) => synthetic),
        ).toBe(true)
        const pinned = lines.findIndex((line) => line.kind === 'head' && line.name === heads.pinned)
        const next = lines.findIndex((line, n) => n > pinned && line.kind === 'head')
        const under = pinned === -1 ? [] : lines.slice(pinned + 1, next === -1 ? undefined : next)
        expect(
          under.every((line) => line.kind === 'row' && line.row.level === 1 && !line.row.synthetic),
        ).toBe(true)
      },
    ),
  )
})
