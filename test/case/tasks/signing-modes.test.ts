// 会签, 或签, 票签, 依次: whose signatures does each way of signing need, and at which moment is it decided?
import { expect, test } from 'vitest'
import type { SignerMode } from '../../../domain/model/process.ts'
import { modeOf } from '../../../domain/tasks/mode-words.ts'
import { standing } from '../../../domain/tasks/tasks.ts'
import { modeWords } from '../../../domain/views/signing-view.ts'
import { actor, everybody } from '../../support/people/cast.ts'
import { chiefs, counters } from '../../support/processes/counter.ts'
import { signedBy, tasksOf } from '../../support/processes/task-operations.ts'
import { refusal } from '../acting.ts'

const [lin, wu, zhou, chen, fang, gao, ji] = ['lin', 'wu', 'zhou', 'chen', 'fang', 'gao', 'ji'].map(
  actor,
)
if (!lin || !wu || !zhou || !chen || !fang || !gao || !ji) throw new Error('people.ts has changed')

const yes = { outcome: 'yes' }
const no = { opinion: '不同意' }
const add = (to: string, position: string) => ({ to, position, reason: '请协助' })
const inspectors = (signers: SignerMode) => tasksOf(signedBy(signers, counters), everybody())
const signatures = (play: ReturnType<typeof inspectors>) =>
  standing(play.task('check') as never).map(({ person }) => person)

test('会签: one who disagrees fells it', () => {
  const play = inspectors({ mode: 'all', need: 3 })
  play.act(lin, 'approve', yes)
  play.act(wu, 'sign')
  play.act(zhou, 'oppose', no)
  expect(play.record().status).toBe('open')
  expect(play.task('check')?.proposal).toBe(null)
  expect(signatures(play)).toEqual([])
})

test('或签: any one decides, also over a colleague’s claim, and he alone is shown as who decided', () => {
  const play = inspectors({ mode: 'any' })
  play.act(lin, 'claim')
  play.act(wu, 'approve', yes)
  expect(play.facts.at(-1)).toMatchObject({
    type: 'approve',
    actor: { id: 'wu' },
    data: { outcome: 'yes' },
  })
  expect(play.facts.at(-1)?.data.signatures).toBe(undefined)
})

test('票签: the first refusal does not end it; it is carried at the vote after which nothing can change it', () => {
  const play = inspectors({ mode: 'ratio', need: 2, of: 3 })
  play.act(lin, 'approve', yes)
  play.act(wu, 'oppose', no)
  expect(play.task('check')?.proposal).not.toBe(null)
  play.act(zhou, 'sign')
  const fact = play.facts.at(-1)
  expect(fact).toMatchObject({ type: 'approve', actor: { id: 'zhou' } })
  expect(fact?.data.signatures).toMatchObject([
    { name: '林检查' },
    { name: '周检查' },
    { name: '吴检查', against: true },
  ])
})

test('票签: it falls as soon as enough agreement has become impossible', () => {
  const play = inspectors({ mode: 'ratio', need: 2, of: 3 })
  play.act(lin, 'approve', yes)
  play.act(wu, 'oppose', no)
  play.act(zhou, 'oppose', no)
  expect(play.facts.at(-1)).toMatchObject({ type: 'oppose', data: { fallen: true } })
  expect(play.task('check')?.proposal).toBe(null)
})

test('nobody votes twice, neither for and against nor as himself and as an added signer', () => {
  const play = inspectors({ mode: 'ratio', need: 3, of: 5 })
  expect(refusal(() => play.act(lin, 'add-signer', add('wu', 'parallel'))).words).toContain(
    '直接会签',
  )
  play.act(lin, 'approve', yes)
  expect(refusal(() => play.act(lin, 'sign')).code).toBe('not-allowed')
  expect(refusal(() => play.act(lin, 'oppose', no)).code).toBe('not-allowed')
  play.act(wu, 'sign')
  expect(refusal(() => play.act(wu, 'sign')).words).toContain('您已签署')
})

test.each(['parallel', 'after'])(
  '会签: none of its own people is added %s, by name or by post, so that an office of two can end it',
  (position) => {
    for (const proposed of [false, true]) {
      const two = everybody().filter(({ id }) => id !== 'zhou')
      const play = tasksOf(signedBy({ mode: 'all', need: 2 }, counters), two)
      if (proposed) play.act(lin, 'approve', yes)
      for (const to of ['wu', play.task('check')?.groups[0] ?? ''])
        expect(refusal(() => play.act(lin, 'add-signer', add(to, position))).words).toContain(
          '直接会签',
        )
      play.act(lin, 'add-signer', add('ji', position))
      if (!proposed) play.act(lin, 'approve', yes)
      play.act(wu, 'sign')
      play.act(ji, 'sign')
      expect(play.record().status).toBe('closed')
    }
  },
)

const inTurn: SignerMode = {
  mode: 'sequence',
  next: [
    { role: 'section-chief', office: 'enforcement', level: 'county' },
    { role: 'leader', office: 'leadership', level: 'county' },
  ],
}

test('依次: the task lies with one post after another, assigned to nobody when the turn changes', () => {
  const play = inspectors(inTurn)
  play.act(lin, 'claim')
  expect(refusal(() => play.act(chen, 'approve', yes)).code).toBe('not-allowed')
  play.act(lin, 'approve', yes)
  expect(play.task('check')).toMatchObject({
    groups: ['330802-bureau/section-chief'],
    assignee: null,
    seenAt: null,
  })
  expect(refusal(() => play.act(wu, 'sign')).code).toBe('not-allowed')
  expect(refusal(() => play.act(chen, 'approve', { outcome: 'no' })).words).toContain('依次签署')
  play.act(chen, 'sign')
  play.act(gao, 'sign')
  expect(play.facts.at(-1)).toMatchObject({ type: 'approve', actor: { id: 'gao' } })
  expect(play.facts.at(-1)?.data.signatures).toHaveLength(3)
})

test('依次: whoever disagrees sends it back to the first', () => {
  const play = inspectors(inTurn)
  play.act(lin, 'approve', yes)
  play.act(chen, 'oppose', no)
  expect(play.task('check')).toMatchObject({ groups: ['330802-bureau/inspector'], proposal: null })
  play.act(wu, 'approve', { outcome: 'no' })
  play.act(chen, 'sign')
  play.act(gao, 'sign')
  expect(play.record().status).toBe('closed')
})

test('依次: the one whose turn it is may be replaced while he is waited for; the earlier hand stands', () => {
  const play = inspectors(inTurn)
  play.act(lin, 'approve', yes)
  play.act(chen, 'claim')
  play.act(gao, 'reassign', { to: 'fang', reason: '陈科长出差' })
  expect(refusal(() => play.act(chen, 'oppose', no)).code).toBe('not-allowed')
  play.act(fang, 'sign')
  expect(signatures(play)).toEqual(['lin', 'fang'])
})

test('依次: a signature is taken back until the next one has opened it', () => {
  const play = inspectors(inTurn)
  play.act(lin, 'approve', yes)
  play.act(lin, 'take-back', { reason: '写错' })
  expect(play.task('check')).toMatchObject({ groups: ['330802-bureau/inspector'], proposal: null })
  play.act(lin, 'approve', yes)
  play.act(chen, 'open')
  expect(refusal(() => play.act(lin, 'take-back', { reason: '写错' })).words).toContain('已经查阅')
})

test('a sequence leaves out a turn that nobody can have here', () => {
  const owner: SignerMode = {
    mode: 'sequence',
    next: [{ role: 'enterprise-principal', office: 'enterprise' }],
  }
  const play = inspectors(owner)
  play.act(lin, 'approve', yes)
  expect(play.record().status).toBe('closed')
})

test('every way is said in words', () => {
  expect(modeWords({ mode: 'all', need: 1 }, null)).toBe(null)
  expect(modeWords({ mode: 'all', need: 2 }, null)?.zh).toBe('会签：2 人同意')
  expect(modeWords({ mode: 'any' }, null)?.zh).toBe('或签：任一人办理即可')
  expect(modeWords({ mode: 'ratio', need: 2, of: 3 }, null)?.zh).toBe('票签：3 票中 2 票同意')
  expect(
    modeWords(
      { mode: 'sequence', turns: [['330802-bureau/inspector'], ['330802-bureau/leader']] },
      null,
    )?.zh,
  ).toContain(' → ')
})

test('a chart says of each task how it is signed: in a sentence, and shortly for the drawing', () => {
  const visible = (signers?: SignerMode) => {
    const mode = modeOf({ to: counters, ...(signers ? { signers } : {}) })
    return mode && [mode.words.zh, mode.short.zh, mode.short.en]
  }
  expect(visible()).toBe(null)
  expect(visible({ mode: 'all', need: 1 })).toBe(null)
  expect(visible({ mode: 'all', need: 3 })).toEqual(['会签：3 人同意', '会签 3 人', '3 sign'])
  expect(visible({ mode: 'any' })).toEqual(['或签：任一人办理即可', '或签', 'Any one'])
  expect(visible({ mode: 'ratio', need: 2, of: 3 })).toEqual([
    '票签：3 票中 2 票同意',
    '票签 2/3',
    'Vote 2/3',
  ])
  expect(visible({ mode: 'sequence', next: [chiefs] })).toEqual([
    '依次签署：县级应急管理局·执法检查员 → 县级应急管理局·科长',
    '依次 2 人',
    '2 in turn',
  ])
})

test('依次: whose turn comes anyway is not added beside it, for his signature there would bar him from his turn', () => {
  const leader = { role: 'leader', office: 'leadership', level: 'county' } as const
  const play = tasksOf(signedBy({ mode: 'sequence', next: [leader] }), everybody())
  const added = (to: string, position: string) =>
    refusal(() => play.act(chen, 'add-signer', { to, position, reason: '请会签' }))
  for (const to of ['gao', '330802-bureau/leader'])
    for (const position of ['parallel', 'after'])
      expect(added(to, position).words).toContain('将依次签署')
  expect(added('gao', 'before').code).toBe('none')
  play.act(gao, 'sign', { opinion: '可' })
  play.act(chen, 'approve', yes)
  play.act(gao, 'sign')
  expect(play.record().status).toBe('closed')
})
