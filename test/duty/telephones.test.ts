// Which number stands beside what is done first, and which point does a device's page open on?
import { expect, it } from 'vitest'
import { adviceFor } from '../../domain/duty/first-acts.ts'
import { dialable, numbersToCall } from '../../domain/duty/telephones.ts'
import { text } from '../../domain/language/words.ts'
import { ringing } from '../../ui/device/reading.ts'

it('promise (alarms): the numbers that the first act names can be called from beside it', () => {
  expect(numbersToCall(adviceFor({ condition: 'fire', kind: 'fire' }).firstAct)).toContain('119')
  expect(numbersToCall(text('必要时报 110、119、120', ''))).toEqual(['110', '119', '120'])
  expect(numbersToCall(text('限值 1190，编号 0110', ''))).toEqual([])
})

it('a number that is registered is dialled as it stands; what is no number is none', () => {
  expect(['0570-3012345', '+86 570 3012345', '119', ' 13800000000 '].map(dialable)).toEqual([
    '0570-3012345',
    '+86 570 3012345',
    '119',
    '13800000000',
  ])
  expect([null, 7, '', '王工', 'javascript:alert(1)', '12', '1'.repeat(30)].map(dialable)).toEqual(
    Array(7).fill(null),
  )
})

it('promise (screens): the page of a device opens on the point that rings, the gravest that nobody has acknowledged', () => {
  const alarm = (
    pointId: number | null,
    more: { active?: boolean; acked?: boolean; level?: 1 | 2 | 3 | 4; at?: string } = {},
  ) => ({
    pointId,
    active: more.active ?? true,
    acked: more.acked ?? false,
    level: more.level ?? (3 as const),
    raisedAt: (more.at ?? '2026-11-26T08:00:00.000Z') as never,
  })
  expect(ringing([])).toBeNull()
  expect(ringing([alarm(null, { level: 1 })])).toBeNull()
  expect(ringing([alarm(1, { active: false, level: 1 }), alarm(2, { level: 4 })])).toBe(2)
  expect(ringing([alarm(1, { acked: true, level: 1 }), alarm(2, { level: 3 })])).toBe(2)
  expect(ringing([alarm(1), alarm(2, { level: 2 }), alarm(3)])).toBe(2)
  expect(ringing([alarm(1), alarm(2, { at: '2026-11-26T09:00:00.000Z' })])).toBe(2)
})
