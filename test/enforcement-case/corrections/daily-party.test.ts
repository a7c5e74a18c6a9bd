// Under which name is a party that is in no register fined day by day?
import { expect, it } from 'vitest'
import { day, decided, matter, prosecuting, sample } from '../samples.ts'
import { daily, openedBy, refused } from './refusing.ts'

it('under its own, as the first case has named it', () => {
  const { enterprise: _, ...nameless } = matter
  const play = prosecuting(
    { ...nameless, partyName: '某加工点' },
    day,
    ...decided.map((line): (typeof decided)[number] =>
      line[0] === 'mao' ? ['lin', line[1], sample('state-defence')] : line,
    ),
    ['lin', 'order-correction'],
  )
  refused(play, '2026-03-09')
  expect(openedBy(play).data.partyName).toBe('某加工点')
  const again = daily(play, '2026-03-09')
  expect(again.record().data['propose-filing']?.partyName).toBe('某加工点')
})
