// Does the surcharge follow the day of an application that was mistyped (更正, 处罚法 73)?
import { expect, it } from 'vitest'
import { corrected } from '../../../domain/enforcement-case/memory/corrected.ts'
import { surchargeOwed } from '../../../domain/enforcement-case/memory/owing.ts'
import { remembered } from '../../../domain/enforcement-case/memory/penalties.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { matter, sample } from '../samples.ts'
import { late, sought, stands } from './paying.ts'

const was = { ...sample('receive-remedy'), filedOn: '2026-02-21', receivedOn: '2026-02-24' }
const is = { ...was, filedOn: '2026-02-17' }
const law = { calendars: decreeCalendars, region: matter.region }
const mistyped = { type: 'receive-remedy', was, is }

it('while the remedy is pending the days count from the day that is right', () => {
  const play = late()
  play.does(['until', '2026-02-24'], sought(was.filedOn, was.receivedOn))
  const known = corrected(play.record(), mistyped, law)
  expect(known).toMatchObject({ pendingSince: '2026-02-17', remedyReceivedOn: '2026-02-24' })
  const owes = (context: object) =>
    surchargeOwed(remembered({ ...play.context(), ...context }), '2026-02-24', {})
  expect([owes({}), owes(known)]).toEqual([9_000, 3_000])
})

it('once it has ended nothing is made pending again', () => {
  const play = late()
  play.does(['until', '2026-02-24'], sought(was.filedOn, was.receivedOn), stands('2026-02-24'))
  expect(corrected(play.record(), mistyped, law)).not.toHaveProperty('pendingSince')
})
