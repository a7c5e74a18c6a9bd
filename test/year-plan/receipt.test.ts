// Who takes a yearly plan on file: one post in the emergency bureau right above, not a role here and a place there?
import { expect, test } from 'vitest'
import { mayReceive } from '../../api/year-plans/plan-reading.ts'
import type { Actor, Appointment } from '../../domain/organisation/actor.ts'

const actor = (...appointments: Appointment[]): Actor => ({
  kind: 'person',
  id: 'a',
  name: 'a',
  enterprise: null,
  appointments,
})
const leader: Appointment = { office: '330800-leadership', role: 'leader', region: '330800' }
const committee: Appointment = { office: '330800-committee', role: 'supervisor', region: '330800' }
const transport: Appointment = { office: '330800-transport', role: 'leader', region: '330800' }
const inspector: Appointment = {
  office: '330800-enforcement',
  role: 'inspector',
  region: '330800',
}
const ofCounty: Appointment = { office: '330802-bureau', role: 'leader', region: '330802' }

test.each([
  ['the leader of the bureau above', [leader], true],
  ['a role in the county and a place above', [ofCounty, inspector], false],
  ['the leader of another bureau above', [transport], false],
  ['the committee office above', [committee], false],
  ['somebody who stands in', [{ ...leader, onBehalfOf: { id: 'b', name: 'b' } }], false],
] as [string, Appointment[], boolean][])('%s', (_, appointments, may) => {
  expect(mayReceive(actor(...appointments), '330802')).toBe(may)
})

test('nobody takes a plan of his own bureau on file', () => {
  expect(mayReceive(actor(leader), '330800')).toBe(false)
})
