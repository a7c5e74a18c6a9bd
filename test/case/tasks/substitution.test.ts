// Does a substitute act with both names, and can nobody break four eyes through him?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DomainError } from '../../../domain/language/errors.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { acts } from '../../../domain/views/acts.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { actor, everybody } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { eyes } from '../../support/processes/eyes.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { playing, refusal } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const order = '衢应急〔2026〕5号'
const [lin, wu, zhou, chen, gao] = [
  actor('lin'),
  actor('wu'),
  actor('zhou'),
  actor('chen'),
  actor('gao'),
]

/** `person` with the posts of `absent` beside his own. */
const standingIn = (person: Person, absent: Person): Person => ({
  ...person,
  appointments: [
    ...person.appointments,
    ...absent.appointments.map((post) => ({
      ...post,
      onBehalfOf: { id: absent.id, name: absent.name, order },
    })),
  ],
})
/** A leader has no post of an inspector of his own: what he does at their tasks he does for somebody. */
const gaoForLin = standingIn(gao, lin)
const eyesPlay = (by: Person = wu) =>
  playing(eyes, by, { region: '330802', date: '2026-03-10' }, at)
const named = (...people: Person[]) => ({
  people: people.map(({ id, name, appointments }) => ({
    id,
    name,
    groups: appointments.map(({ office, role }) => `${office}/${role}`),
  })),
  fact: null,
})

test('a substitute acts with the post of the absent person, and the fact and the timeline name both and the order', () => {
  const play = eyesPlay()
  expect(refusal(() => play.act(gao, 'order')).code).toBe('not-allowed')
  play.act(gaoForLin, 'order')
  const fact = play.facts.at(-1)
  expect(fact?.actor).toEqual({
    kind: 'person',
    id: 'gao',
    name: '高局长',
    role: 'inspector',
    office: '330802-bureau',
    onBehalfOf: { id: 'lin', name: '林检查', order },
  })
  const item = (reader: 'internal' | 'party') =>
    timelineItem(eyes, { ...fact, audience: 'party', seq: 1, hash: '' } as never, reader)
  expect(item('internal')?.who?.zh).toBe(`高局长（代 林检查，执法检查员，${order}）`)
  expect(item('internal')?.who?.en).toBe(`高局长 (for 林检查, Inspector, ${order})`)
  expect(JSON.stringify(item('party')?.who)).not.toMatch(/林检查|高局长/)
})

test('before he acts he reads for whom: only where the post is not his own', () => {
  const play = eyesPlay()
  const offered = (by: Person) =>
    acts(eyes, play.record(), by, decisionContextAt(at)).filter(
      ({ type, allowed }) => type === 'order' && allowed,
    )
  expect(offered(gaoForLin).map(({ onBehalfOf }) => onBehalfOf)).toEqual([
    { name: '林检查', order },
  ])
  expect(offered(standingIn(wu, lin)).map((one) => 'onBehalfOf' in one)).toEqual([false])
  expect(
    acts(eyes, play.record(), gao, decisionContextAt(at)).filter((one) => one.onBehalfOf),
  ).toEqual([])
})

test('who holds a post himself acts in his own name, also while he stands in for a colleague', () => {
  const play = eyesPlay()
  play.act(standingIn(wu, lin), 'order')
  expect(play.facts.at(-1)?.actor).toEqual({
    kind: 'person',
    id: 'wu',
    name: '吴检查',
    role: 'inspector',
    office: '330802-bureau',
  })
  expect(play.record().standIns).toBe(undefined)
})

test('a task in the name of the absent person is worked by the substitute for him, and stays on that desk', () => {
  const play = eyesPlay()
  play.act(lin, 'claim')
  expect(refusal(() => play.act(wu, 'order')).words).toContain('已由林检查领取')
  play.act(standingIn(wu, lin), 'release', { reason: '改日' })
  expect(play.facts.at(-1)?.actor.onBehalfOf?.id).toBe('lin')
  play.act(gaoForLin, 'claim')
  expect(play.task('order')?.assignee).toEqual({ id: 'lin', name: '林检查' })
  play.act(lin, 'order')
  expect(play.facts.at(-1)?.actor).toMatchObject({ id: 'lin' })
})

test('neither for whom he stands in nor he himself is let through by the other', () => {
  const byLin = eyesPlay()
  byLin.act(lin, 'order')
  expect(refusal(() => byLin.act(gaoForLin, 'check'))).toEqual({
    code: 'not-allowed',
    words: '下令的人不得复查（代理人与被代理人视为同一人）',
  })
  const byGao = eyesPlay()
  byGao.act(gaoForLin, 'order')
  expect(refusal(() => byGao.act(gaoForLin, 'check')).words).toBe('下令的人不得复查')
  expect(refusal(() => byGao.act(lin, 'check')).words).toBe(
    '下令的人不得复查（代理人与被代理人视为同一人）',
  )
  expect(refusal(() => byGao.act(standingIn(chen, lin), 'check')).code).toBe('not-allowed')
  expect(refusal(() => byGao.act(standingIn(gao, zhou), 'check')).code).toBe('not-allowed')
  byGao.act(zhou, 'check')
  expect(byGao.record().snapshot.value).toBe('signing')
})

test('buttons say the same as the decision, and a barred substitute cannot take the task away', () => {
  const play = eyesPlay()
  play.act(lin, 'order')
  const offered = acts(eyes, play.record(), gaoForLin, decisionContextAt(at))
  for (const type of ['check', 'claim']) {
    expect(offered.find((one) => one.type === type)).toMatchObject({ allowed: false })
    expect(refusal(() => play.act(gaoForLin, type)).code).toBe('not-allowed')
  }
  const lookedUp = named(lin)
  expect(
    refusal(() => play.act(zhou, 'transfer', { to: 'lin', reason: '出差' }, { lookedUp })).words,
  ).toContain('下令的人不得复查')
})

test('what only one person may do stays his own: he is not barred by having had a substitute, and the substitute cannot do it', () => {
  const play = eyesPlay(lin)
  expect(refusal(() => play.act(gaoForLin, 'withdraw')).words).toBe('只有发起人可以撤回')
  play.act(lin, 'withdraw')
  expect(play.record().status).toBe('closed')
})

test('one act counts for one pair of eyes: absent and substitute do not co-sign with each other', () => {
  const signing = () => {
    const play = eyesPlay()
    play.act(zhou, 'order')
    play.act(wu, 'check')
    return play
  }
  const first = signing()
  first.act(lin, 'agree')
  expect(refusal(() => first.act(gaoForLin, 'sign')).words).toContain('您已签署')
  expect(refusal(() => first.act(gaoForLin, 'agree')).words).toContain('您已签署')
  const second = signing()
  second.act(gaoForLin, 'agree')
  expect(refusal(() => second.act(lin, 'sign')).words).toContain('您已签署')
  second.act(wu, 'sign')
  expect(second.facts.at(-1)?.data.signatures).toMatchObject([
    { name: '高局长', onBehalfOf: { name: '林检查' } },
    { name: '吴检查' },
  ])
  const item = timelineItem(eyes, { ...second.facts.at(-1), seq: 1, hash: '' } as never, 'internal')
  expect(item?.fields.find(({ name }) => name === 'signatures')?.value.zh).toBe(
    '高局长（代 林检查）；吴检查',
  )
})

test('a correction asked for through a substitute is not approved by whom he stood in for, nor the other way round', () => {
  const jiangForChen = standingIn(actor('jiang'), chen)
  const fact = {
    seq: 1,
    type: 'start',
    data: { region: '330802', date: '2026-03-10' },
    actor: 'lin',
    latest: true,
  }
  const lookedUp = { people: [], fact }
  const requestsOf = (by: Person) => {
    const play = playing(counter, lin, { region: '330802', date: '2026-03-10' }, at)
    play.act(
      by,
      'request-correction',
      { seq: 1, field: 'date', value: '2026-03-12', reason: '看错' },
      { lookedUp },
    )
    return (person: Person) =>
      refusal(() => play.act(person, 'approve-correction', { seq: 1 }, { lookedUp }))
  }
  expect(requestsOf(jiangForChen)(chen).words).toBe('申请人不得自行批准')
  expect(requestsOf(chen)(jiangForChen).words).toBe('申请人不得自行批准')
  expect(requestsOf(jiangForChen)(actor('fang')).code).toBe('none')
})

const heads = everybody().filter(
  ({ enterprise, appointments }) => enterprise === null && appointments[0]?.region === '330802',
)

test('whoever stands in for whomever in whatever order: nobody’s two names are on both sides of four eyes', () => {
  const one = fc.record({
    type: fc.constantFrom('order', 'check', 'agree', 'sign', 'close', 'claim', 'release'),
    by: fc.nat(),
    absent: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 6, maxLength: 40 }), (requests) => {
      const play = eyesPlay(heads[0])
      for (const { type, by, absent } of requests) {
        const [person, gone] = [
          heads[by % heads.length] as Person,
          heads[absent % heads.length] as Person,
        ]
        const acting = absent % 3 === 0 || person.id === gone.id ? person : standingIn(person, gone)
        try {
          play.act(acting, type, type === 'release' ? { reason: '试' } : {})
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
        }
      }
      const names = (type: string) =>
        play.facts
          .filter((fact) => fact.type === type)
          .flatMap(({ actor }) => [actor.id, ...(actor.onBehalfOf ? [actor.onBehalfOf.id] : [])])
      expect(names('order').filter((id) => names('check').includes(id))).toEqual([])
      expect(names('check').filter((id) => names('close').includes(id))).toEqual([])
    }),
    { numRuns: 400, seed: 7 },
  )
})

test('the head of the office re-assigns a task, whoever holds it; nobody else does, and only to whom it can belong', () => {
  const play = eyesPlay()
  play.act(zhou, 'order')
  play.act(lin, 'claim')
  const to = (person: Person, by: Person) =>
    refusal(() =>
      play.act(by, 'reassign', { to: person.id, reason: '出差' }, { lookedUp: named(person) }),
    )
  for (const by of [lin, wu, actor('jiang'), actor('yu'), actor('qi')])
    expect(to(wu, by).code, by.id).toBe('not-allowed')
  expect(to(lin, chen).words).toBe('任务已在其名下')
  expect(to(chen, chen).words).toBe('对方不在可办理该任务的岗位上')
  expect(to(zhou, chen).words).toBe('下令的人不得复查')
  expect(
    refusal(() =>
      play.act(chen, 'reassign', { to: 'nobody', reason: '出差' }, { lookedUp: named() }),
    ).words,
  ).toBe('没有这个人')
  expect(
    refusal(() => play.act(chen, 'reassign', { to: 'wu' }, { lookedUp: named(wu) })).code,
  ).toBe('invalid-input')
  expect(to(wu, gao)).toEqual({ code: 'none', words: '' })
  expect(play.task('check')?.assignee).toEqual({ id: 'wu', name: '吴检查' })
  expect(play.facts.at(-1)).toMatchObject({
    type: 'reassign',
    audience: 'internal',
    data: { to: 'wu', toName: '吴检查', reason: '出差' },
  })
  const item = timelineItem(eyes, { ...play.facts.at(-1), seq: 1, hash: '' } as never, 'internal')
  expect(item?.title.zh).toBe('改派')
  expect(item?.fields.map(({ label, value }) => [label.zh, value.zh])).toEqual([
    ['改派给', '吴检查'],
    ['理由', '出差'],
    ['办理人', '吴检查'],
  ])
  expect(timelineItem(eyes, { ...play.facts.at(-1), seq: 1, hash: '' } as never, 'party')).toBe(
    null,
  )
})

test('a task of somebody who has left is free for re-assignment, and whoever sits over it hears that it is no longer his', () => {
  const play = eyesPlay()
  play.act(lin, 'claim')
  const seen = play.record().revision
  const left: Person = { ...lin, appointments: [] }
  expect(refusal(() => play.act(left, 'order')).code).toBe('not-allowed')
  play.act(chen, 'reassign', { to: 'wu', reason: '林检查已调离' }, { lookedUp: named(wu) })
  expect(Object.values(play.record().material)).toEqual([play.record().revision])
  expect(play.record().revision).toBeGreaterThan(seen)
  play.act(wu, 'order')
})

test('a chief urges the holder of a task of his own post, but not himself', () => {
  const play = eyesPlay()
  play.act(lin, 'claim')
  play.act(wu, 'urge', { reason: '快到期' })
  expect(play.task('order')?.urged).toBe(1)
  expect(refusal(() => play.act(lin, 'urge', { reason: '快到期' })).words).toBe(
    '任务在您手上，无需催办',
  )
})
