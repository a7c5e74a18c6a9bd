// Does everybody begin where his work is, find it among few links, and miss nothing that he may use?
import { expect, it } from 'vitest'
import type { Me } from '../../contract/account/session.ts'
import { type Role, roles } from '../../domain/organisation/roles.ts'
import { dailyPlaces, firstPlace, furtherPlaces, mostLinks } from '../../ui/places/places.ts'

const word = { zh: '字', en: 'Word' }
const counts = { todo: 1, pool: 2, done: 3, mine: 4, cc: 5 }
const me = (held: Role[], more: Partial<Me> = {}): Me => ({
  id: 'p',
  name: '某人',
  username: 'p',
  enterprise: null,
  starts: [],
  registers: [],
  counts,
  laboratory: true,
  demo: true,
  unproven: false,
  now: '2026-03-02T01:00:00.000Z',
  appointments: held.map((role) => ({
    office: 'o',
    officeName: word,
    region: '330802',
    regionName: word,
    role,
    roleName: word,
  })),
  ...more,
})
const party = (role: Role) => me([role], { enterprise: { id: 'e001', name: '某厂' } })
const starts = ['/report/a', '/report/b', '/report/c'].map((href) => ({ href, label: word }))
const staff = (Object.keys(roles) as Role[]).filter((role) => !role.startsWith('enterprise'))
const everybody = [
  ...staff.map((role) => me([role])),
  ...staff.flatMap((one) => staff.map((other) => me([one, other]))),
  party('enterprise-principal'),
]
const hrefs = (one: Me) => dailyPlaces(one, starts).map(({ href }) => href)
const all = (one: Me) => [
  ...hrefs(one),
  ...furtherPlaces(one, starts).flatMap(({ places }) => places.map(({ href }) => href)),
]

it('promise (screens): everybody begins where his work is', () => {
  const first = (role: Role) => firstPlace(me([role]))
  expect([first('leader'), first('supervisor')]).toEqual(['/supervise/clocks', '/supervise/clocks'])
  expect([first('duty-officer'), first('administrator'), first('inspector')]).toEqual([
    '/duty',
    '/admin',
    '/inbox',
  ])
  expect(firstPlace(party('enterprise-principal'))).toBe('/e/cases')
  expect(firstPlace(me(['administrator'], { unproven: true }))).toBe('/me')
  for (const one of everybody)
    expect(hrefs(one).some((href) => href.split('?')[0] === firstPlace(one).split('?')[0])).toBe(
      true,
    )
})

it('promise (screens): nobody reads more than nine links, and none stands twice', () => {
  for (const one of everybody) {
    expect(hrefs(one).length).toBeLessThanOrEqual(mostLinks)
    expect(new Set(all(one)).size).toBe(all(one).length)
  }
})

it('promise (screens): laboratory, health and administration are for administrators alone; nothing else is lost', () => {
  const ofAdministrators = ['/admin', '/lab', '/health']
  for (const one of everybody) {
    const keeps = one.appointments.some(({ role }) => role === 'administrator')
    expect(all(one).filter((href) => ofAdministrators.includes(href)).length).toBe(keeps ? 3 : 0)
    if (one.enterprise === null)
      for (const href of [
        '/cases',
        '/duty',
        '/licences',
        '/statistics',
        '/team',
        '/limits',
        '/rules',
        '/me',
      ])
        expect(all(one)).toContain(href)
    for (const { href } of starts) expect(all(one)).toContain(href)
  }
})
