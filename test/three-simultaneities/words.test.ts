// Is everything of a project named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../domain/organisation/actor.ts'
import { processes, processFor } from '../../domain/processes.ts'
import { documents } from '../../domain/three-simultaneities/documents.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { acts } from '../../domain/views/acts.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { checkWords, eventsOf } from '../support/processes/process-words.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { registering } from './playing.ts'
import { hazchem, mine, samples } from './samples.ts'

const { start, events } = threeSimultaneities
const all = eventsOf(threeSimultaneities)

/** What only colleagues may read, by event; `opinion` nowhere else either. */
const internal = [
  'register.enterprise',
  'register.enterpriseName',
  'register.region',
  'site-check-passed.findings',
  'end-expert-review.conclusion',
  'file-completion.reason',
  'spot-check-passed.findings',
  'spot-check-passed.photos',
]

checkWords({
  process: threeSimultaneities,
  samples,
  internal,
  sharedTasks: true,
  parents: ['handling', 'handling.design', 'handling.design.reviewing', 'opinion', 'bar'],
  filledByServer: { register: ['enterpriseName', 'region'], 'notify-hearing': ['chairId'] },
})

describe('words', () => {
  it('say nothing of what rests beside the project', () => {
    const key = (opinion: string, hearing: string) =>
      `bar.none|handling.building|hearing.${hearing}|joint.possible|opinion.${opinion}`
    expect(stateWords(threeSimultaneities, key('used', 'over'), 'party').zh).toBe('施工中')
    expect(stateWords(threeSimultaneities, key('expired', 'told'), 'internal').zh).toBe(
      '施工中 · 意见书届满，待确认 · 已告知听证权利',
    )
  })

  it('call the number of a document by its name', () => {
    for (const [type, { zh }] of Object.entries(documents)) {
      const requests = events[type]?.fields.find(({ name }) => name === 'document')
      if (requests) expect(requests.words.zh).toBe(`${zh}文号`)
    }
    const numbered = all
      .filter(([, { fields }]) => fields.some(({ name }) => name === 'document'))
      .map(([type]) => type)
    expect(numbered.filter((type) => !(type in documents))).toEqual(['site-check-failed'])
  })
})

describe('events', () => {
  it('take a registration that is whole, and nothing else', () => {
    const fits = (form: object) => v.safeParse(start.schema, form).success
    expect([hazchem, mine].map(fits)).toEqual([true, true])
    for (const form of [
      { ...mine, kind: 'constructor' },
      { ...mine, scale: ' ' },
      { ...mine, extra: 1 },
    ])
      expect(fits(form)).toBe(false)
  })

  it('that bind or end rights carry their effect and article', () => {
    const consequence = [
      'require-supplement',
      'refuse-acceptance',
      'extend-review',
      'tell-hearing-right',
      'announce-hearing',
      'handle-jointly',
      'pass-conditions',
      'refuse-conditions',
      'approve-design',
      'refuse-design',
      'pass-completion',
      'refuse-completion',
      'declare-void',
      'annul-approval',
      'abandon',
    ]
    expect(all.filter(([, { consequence }]) => consequence).map(([type]) => type)).toEqual(
      consequence,
    )
    for (const [, { consequence }] of all)
      if (consequence) expect(consequence.article).toMatch(/第.+[条号]/)
  })

  it('that refuse or annul give reasons and remedies', () => {
    for (const type of [
      'refuse-acceptance',
      'refuse-conditions',
      'refuse-design',
      'refuse-completion',
      'annul-approval',
    ])
      expect(
        events[type]?.fields.filter(({ required }) => required).map(({ name }) => name),
      ).toContain('remedies')
  })
})

describe('what leaves the authorities', () => {
  it('to the public is the notice of a hearing, and nothing else', () => {
    expect(
      all
        .filter(([, { audience }]) => audience === 'public')
        .map(([type, { show }]) => [type, show.public]),
    ).toEqual([['announce-hearing', ['publicSummary']]])
  })
})

describe('what a builder is offered', () => {
  const offered = (...lines: Line[]) => {
    const play = registering(mine, '2026-03-02', ...lines)
    return acts(
      threeSimultaneities,
      play.record(),
      actor('mao'),
      decisionContextAt('2026-03-02T02:00:00.000Z'),
    )
      .filter(({ kind, relevant }) => kind === 'event' && relevant)
      .map(({ type, allowed }) => `${allowed ? '' : 'not '}${type}`)
  }

  it('is its own acts, open or closed, and not what the office may do', () => {
    expect(offered()).toEqual([
      'not apply-conditions',
      'apply-design',
      'not begin-construction',
      'abandon',
    ])
    expect(offered(['mao', 'apply-design'])).toEqual(['withdraw'])
  })
})

describe('the door', () => {
  it('describes the case from its registration; people of an enterprise register their own', () => {
    const by: Person = {
      kind: 'person',
      id: 'kou',
      name: 'kou',
      enterprise: null,
      appointments: [],
    }
    expect(threeSimultaneities.describe(mine, by)).toEqual({
      title: '石灰石矿扩建（非煤矿山建设项目）',
      region: '330802',
      owner: 'e-1',
      site: '试验路1号',
    })
    expect(threeSimultaneities.describe({ ...mine, grounds: [] }, by).region).toBe('330800')
    expect(threeSimultaneities.describe(mine, { ...by, enterprise: 'own' }).owner).toBe('own')
    expect(threeSimultaneities.describe({}, by)).toEqual({
      title: '',
      region: '',
      owner: null,
      site: null,
    })
  })

  it('is found by id and version', () => {
    expect(processes['three-simultaneities']).toBe(threeSimultaneities)
    expect(processFor('three-simultaneities', 1)).toBe(threeSimultaneities)
  })
})
