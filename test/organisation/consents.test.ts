// Can anybody come to another's post without the consents that it takes?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Appointment, Person } from '../../domain/organisation/actor.ts'
import {
  type Bargain,
  type Consent,
  notWanted,
  sideOf,
  waitsFor,
} from '../../domain/organisation/consents.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import { coveredOf, faultsOf, mayGrantFor } from '../../domain/organisation/substitutions.ts'
import { deep } from '../support/deep.ts'
import { actor } from '../support/people/cast.ts'

const at = '2026-03-02T01:00:00.000Z'
const days = { from: '2026-03-03', to: '2026-03-05', order: '5号', reason: '出差' }
const post = (region: Region, kind: Parameters<typeof officeId>[0], role: Role): Appointment => ({
  office: officeId(kind, region),
  region,
  role,
})
const somebody = (id: string, ...appointments: Appointment[]): Person => ({
  kind: 'person',
  id,
  name: id,
  enterprise: null,
  appointments,
})

const chief = somebody(
  'chief',
  post('330802', 'enforcement', 'section-chief'),
  post('330802', 'committee', 'leader'),
)
const inspector = somebody('inspector', post('330802', 'enforcement', 'inspector'))
const [lin, wu, gao, shi] = ['lin', 'wu', 'gao', 'shi'].map(actor) as [
  Person,
  Person,
  Person,
  Person,
]
const admin = (id: string, region: Region = '330800', ...more: Appointment[]) =>
  somebody(id, post(region, 'administration', 'administrator'), ...more)
const [adminA, adminB, adminC] = [admin('admin-a'), admin('admin-b'), admin('admin-c')]
const bargain = (absent: Person, substitute: Person, posts: string[] | null = null): Bargain => ({
  absent,
  substitute,
  posts: coveredOf(absent, posts),
})
const textsOf = (...all: [Consent['side'], Person][]): Consent[] =>
  all.map(([side, by]) => ({ side, by }))

describe('what was taken before', () => {
  test('a chief does not settle the post of a leader because the same person also works in his section', () => {
    const both = somebody('both', ...inspector.appointments, post('330802', 'committee', 'leader'))
    const plain = somebody('plain-chief', post('330802', 'enforcement', 'section-chief'))
    expect(mayGrantFor(plain, both, null)).toMatchObject({
      zh: expect.stringContaining('每个岗位'),
    })
    expect(mayGrantFor(plain, both, [`${officeId('enforcement', '330802')}/inspector`])).toBe(true)
  })
  test('whoever leads one office and is a chief in another settles no chief of the latter', () => {
    const other = somebody('other-chief', post('330802', 'enforcement', 'section-chief'))
    expect(mayGrantFor(chief, other, null)).not.toBe(true)
    expect(mayGrantFor(chief, inspector, null)).toBe(true)
  })
  test('an administrator who heads an office collects nothing for himself', () => {
    const own = admin('own', '330800', post('330800', 'leadership', 'leader'))
    const mine = bargain(shi, own)
    expect(waitsFor(mine, textsOf(['taking', own]))).toEqual(['giving', 'confirming'])
    expect(waitsFor(mine, textsOf(['taking', own], ['giving', own]))).toEqual([
      'giving',
      'confirming',
    ])
  })
  test('two administrators do not trade: each waits for somebody who gains nothing', () => {
    expect(waitsFor(bargain(lin, adminA), textsOf(['giving', adminB], ['taking', adminA]))).toEqual(
      ['giving'],
    )
    expect(
      waitsFor(
        bargain(lin, adminA),
        textsOf(['giving', adminB], ['taking', adminA], ['giving', adminC]),
      ),
    ).toEqual([])
    expect(
      waitsFor(
        bargain(lin, adminA),
        textsOf(['giving', adminB], ['taking', adminA], ['giving', lin]),
      ),
    ).toEqual([])
  })
})

describe('who is asked', () => {
  test('for an ordinary post the two; the head of the office may speak for who is away', () => {
    expect(waitsFor(bargain(lin, wu), textsOf(['giving', lin]))).toEqual(['taking'])
    expect(waitsFor(bargain(lin, wu), textsOf(['giving', gao], ['taking', wu]))).toEqual([])
    expect(sideOf(wu, bargain(lin, wu), textsOf(['giving', lin]))).toBe('taking')
    expect(sideOf(gao, bargain(lin, wu), textsOf(['giving', lin]))).toBeNull()
  })
  test('for a leader, a legal reviewer a third person: an administrator, or the leader of another office of the place or above', () => {
    const both = textsOf(['giving', gao], ['taking', wu])
    const guarded = bargain(gao, wu)
    expect(waitsFor(guarded, both)).toEqual(['confirming'])
    const deputy = somebody('deputy', ...gao.appointments)
    const neighbour = somebody('neighbour', post('330881', 'enforcement', 'leader'))
    expect([adminA, shi, chief].map((by) => sideOf(by, guarded, both))).toEqual([
      'confirming',
      'confirming',
      'confirming',
    ])
    expect(
      [deputy, neighbour, lin, wu, gao, admin('other', '330881')].map((by) =>
        sideOf(by, guarded, both),
      ),
    ).toEqual(Array(6).fill(null))
    const legal = somebody('legal', post('330800', 'legal', 'legal-reviewer'))
    expect(waitsFor(bargain(legal, wu), textsOf(['giving', legal], ['taking', wu]))).toEqual([
      'confirming',
    ])
  })
  test('whoever has lost what let him consent counts no longer, and nobody stands on two sides', () => {
    expect(
      waitsFor(bargain(lin, wu), textsOf(['giving', { ...gao, appointments: [] }], ['taking', wu])),
    ).toEqual(['giving'])
    expect(
      waitsFor(
        bargain(gao, wu),
        textsOf(['giving', adminA], ['taking', wu], ['confirming', adminA]),
      ),
    ).toEqual(['giving', 'confirming'])
    expect(notWanted(gao, bargain(lin, wu), textsOf(['giving', gao])).zh).toContain(
      '一人只能代表一方',
    )
    expect(notWanted(shi, bargain(lin, wu), textsOf(['giving', gao])).zh).toBe(
      '还需同意的是：代理人本人',
    )
  })
})

const places = ['330802', '330881', '330800'] as const
const kinds = [
  ['enforcement', 'inspector'],
  ['enforcement', 'section-chief'],
  ['enforcement', 'leader'],
  ['committee', 'leader'],
  ['legal', 'legal-reviewer'],
  ['administration', 'administrator'],
] as const
const organisation = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...kinds)), {
    minLength: 1,
    maxLength: 3,
  }),
  {
    minLength: 3,
    maxLength: 7,
  },
)
const moves = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(3)), { maxLength: 60 })
const own = ({ appointments }: Person) =>
  appointments.filter(({ onBehalfOf }) => onBehalfOf === undefined)

/** Written from the rule, not from the code under test: whoever may say anything about that post of `holder`, on the giving or third side. */
const competent = (by: Person, holder: Person, { office, region, role }: Appointment): boolean =>
  by.id === holder.id ||
  own(by).some((held) => {
    if (held.role === 'administrator')
      return (regionsBelow(held.region) as string[]).includes(region)
    if (held.role === 'leader')
      return held.office === office || (regionsBelow(held.region) as string[]).includes(region)
    return (
      held.role === 'section-chief' &&
      held.office === office &&
      !['leader', 'section-chief'].includes(role)
    )
  })

/** All orders and consents that a band of people can think of, with each post that comes of it at once in the band's hands. */
const play = (everybody: Person[], band: number[], steps: [number, number, number, number][]) => {
  const people = everybody.map((one) => ({ ...one, appointments: [...one.appointments] }))
  const reached: { who: Person; holder: Person; held: Appointment; signers: string[] }[] = []
  for (const [first, second, third, which] of steps) {
    const pick = (n: number) => people[n % people.length] as Person
    const by = people[band[first % band.length] as number] as Person
    const [absent, substitute] = [pick(second), pick(third)]
    const posts =
      which === 0
        ? null
        : coveredOf(absent, null)
            .slice(0, which)
            .map(({ office, role }) => `${office}/${role}`)
    const wanted = { ...days, person: absent.id, substitute: substitute.id, posts }
    if (
      mayGrantFor(by, absent, posts) !== true ||
      faultsOf(wanted, { by, absent, substitute }, [], at).length > 0
    )
      continue
    const one = bargain(absent, substitute, posts)
    const consents: Consent[] = [{ side: by.id === substitute.id ? 'taking' : 'giving', by }]
    for (const n of band) {
      const side = sideOf(people[n] as Person, one, consents)
      if (side !== null) consents.push({ side, by: people[n] as Person })
    }
    if (waitsFor(one, consents).length > 0) continue
    for (const held of one.posts) {
      reached.push({
        who: substitute,
        holder: absent,
        held,
        signers: consents.map((consent) => consent.by.id),
      })
      substitute.appointments.push({
        ...held,
        onBehalfOf: { id: absent.id, name: absent.name, order: '5号' },
      })
    }
  }
  return { people, reached }
}

test('promise (secrecy): no sequence of substitutions brings anybody to a post without the substitute and as many competent others as it takes', () => {
  let brought = 0
  fc.assert(
    fc.property(
      organisation,
      fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }),
      moves,
      (held, chosen, steps) => {
        const everybody = held.map((posts, n) =>
          somebody(`p${n}`, ...posts.map(([region, [kind, role]]) => post(region, kind, role))),
        )
        const band = [...new Set(chosen.map((n) => n % everybody.length))]
        const { people, reached } = play(everybody, band, steps)
        for (const { who, holder, held: taken, signers: signatures } of reached) {
          brought += 1
          expect(band.map((n) => `p${n}`)).toContain(who.id)
          const others = signatures
            .filter((id) => id !== who.id)
            .map((id) => people.find((one) => one.id === id) as Person)
          const able = others.filter((one) => competent(one, holder, taken))
          const plain = able.some(
            (one) =>
              one.id === holder.id ||
              own(one).some(({ role }) => role === 'leader' || role === 'section-chief'),
          )
          expect(able.length).toBeGreaterThanOrEqual(
            ['leader', 'legal-reviewer'].includes(taken.role) ? 2 : plain ? 1 : 2,
          )
          expect(taken.role).not.toBe('administrator')
        }
      },
    ),
    { numRuns: deep ? 10_000 : 300 },
  )
  expect(brought).toBeGreaterThan(0)
})
