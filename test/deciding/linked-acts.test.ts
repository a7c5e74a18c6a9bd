// On which cases does an act fall: that which has opened this one, those that it has opened, and who may bring it about?
import { describe, expect, test } from 'vitest'
import { processView } from '../../api/case/process-view.ts'
import { judge } from '../../domain/engine/judging/judge.ts'
import { noteOutcome, obeyLink } from '../../domain/engine/linked.ts'
import { linkOutcomeWords } from '../../domain/engine/links.ts'
import { sendOn } from '../../domain/engine/send-on.ts'
import { begin } from '../../domain/engine/step.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type { Link, Opener } from '../../domain/model/link.ts'
import type { SendDefinition } from '../../domain/model/link-definition.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { acts } from '../../domain/views/acts.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { asking, helping } from '../support/processes/linked.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const lin = actor('lin')
const region = { region: '330802' }
const { record } = opened(asking, lin, region, at)
const { record: help } = opened(helping, lin, region, at)
const fact = { type: 'tell', at, seq: 4, by: lin }
const words = { zh: '', en: '' }
const act = () => ({ type: 'heed', data: { n: 1 } })
const toOpener: SendDefinition = { process: 'asking', target: 'opener', words, article: '', act }
const toOpened: SendDefinition = { process: 'helping', target: 'opened', words, article: '', act }

const opener: Opener = { process: 'asking', id: 'c-9' }
const link = (id: string, more: Partial<Link> = {}): Link => ({
  process: 'helping',
  id,
  fact: 2,
  at,
  event: 'call',
  status: 'waiting',
  ...more,
})
const sent = (of: CaseRecord, ...sends: SendDefinition[]) => sendOn(draftOf(of), sends, fact)
const fallsOn = (of: CaseRecord, ...sends: SendDefinition[]) =>
  sent(of, ...sends).effects.map((one) => one.kind === 'act' && one.to)

describe('an act on the opener', () => {
  test('falls on the case that has opened this one, and its link knows it from the beginning', () => {
    const { effects, record: after } = sent({ ...help, opener }, toOpener)
    const { id } = after.links?.[0] ?? {}
    expect(after.links).toEqual([
      { process: 'asking', id, fact: 4, at, event: 'tell', status: 'waiting', to: 'c-9' },
    ])
    expect(effects).toEqual([
      {
        kind: 'act',
        about: 'tell',
        link: id,
        process: 'asking',
        to: 'c-9',
        type: 'heed',
        data: { n: 1 },
        whileOpen: false,
        notBefore: at,
      },
    ])
  })
  test('is none where nobody has opened it, a case of another process has, or none is wanted', () => {
    expect(fallsOn(help, toOpener)).toEqual([])
    expect(fallsOn({ ...help, opener: { process: 'other', id: 'c-9' } }, toOpener)).toEqual([])
    expect(fallsOn({ ...help, opener }, { ...toOpener, act: () => null })).toEqual([])
  })
})

describe('an act on what was opened', () => {
  const links = [
    link('l-1'),
    link('l-2', { to: 'l-1' }),
    link('l-3', { to: null, licence: 'L-1' }),
    link('l-4', { process: 'other' }),
    link('l-5'),
  ]
  test('falls on each case of that process which this one has opened, and on none that it has acted on', () => {
    expect(fallsOn({ ...record, links }, toOpened)).toEqual(['l-1', 'l-5'])
    expect(fallsOn(record, toOpened)).toEqual([])
  })
  test('has an id of its own for each case and each send, the same whenever it is reckoned', () => {
    const ids = () =>
      sent({ ...record, links, opener }, toOpened, toOpener, toOpened)
        .record.links?.slice(links.length)
        .map(({ id, nth }) => `${nth ?? 0} ${id}`) ?? []
    expect(ids().map((one) => one[0])).toEqual(['0', '0', '1', '2', '2'])
    expect(new Set(ids().map((one) => one.slice(2))).size).toBe(5)
    expect(ids()).toEqual(ids())
  })
})

test('a case keeps the opener that it is begun with, and without one it has none', () => {
  const event = { type: 'start', data: { ...region, opener }, by: lin, at, signatures: [] }
  const begun = (more: object) =>
    begin(helping, { id: 'c-2', number: '试2号', ...more }, event, decisionContextAt(at)).record
  expect(begun({ opener }).opener).toEqual(opener)
  expect('opener' in begun({})).toBe(false)
})

describe('the outcome of an act on another case', () => {
  const told = { ...help, links: [link('l-1', { process: 'asking', to: 'c-9' })] }
  const note = (data: Record<string, unknown>) =>
    noteOutcome(helping, told, { link: 'l-1', to: 'c-9', ...data }, decisionContextAt(at))
  const reason = { zh: '数太大', en: 'too great' }
  test('is kept with the reason of a refusal, inside the authorities', () => {
    const noted = note({ outcome: 'refused', reasons: [reason] })
    expect(noted?.record.links).toMatchObject([{ status: 'refused', reasons: [reason] }])
    expect(noted?.facts).toMatchObject([{ type: 'linked', audience: 'internal' }])
    expect(noted?.facts[0]?.data).toEqual({
      outcome: 'refused',
      link: 'l-1',
      to: 'c-9',
      reasons: [reason],
    })
  })
  test('is kept without what is no reason', () => {
    for (const reasons of ['x', [null, 'x', { zh: '仅中文' }], []]) {
      const noted = note({ outcome: 'refused', reasons })
      expect('reasons' in (noted?.record.links?.[0] ?? {})).toBe(false)
      expect('reasons' in (noted?.facts[0]?.data ?? {})).toBe(false)
    }
  })
  test('is told in words of the case, or of the licence', () => {
    expect(linkOutcomeWords('missing', false).zh).toBe('关联案件未立案')
    expect(linkOutcomeWords('missing', true).zh).toContain('许可证')
  })
})

describe('an event that another case alone brings about', () => {
  const heed = (data: Record<string, unknown>) =>
    obeyLink(helping, help, { type: 'heed', data, at }, decisionContextAt(at))
  test('happens by a link, and by nobody who sends it', () => {
    expect(heed({ n: 1 }).facts).toMatchObject([{ type: 'heed', actor: { kind: 'system' } }])
    const verdict = judge(
      helping,
      help,
      lin,
      { type: 'heed', data: { n: 1 }, taskId: null },
      decisionContextAt(at),
    )
    expect(verdict).toMatchObject({
      allowed: false,
      code: 'not-allowed',
      reasons: [{ zh: '此事件只由关联案件触发' }],
    })
    expect(refusal(() => heed({ n: 'x' })).code).toBe('invalid-input')
  })
  test('is shown in the chart as that', () => {
    const { events } = processView(helping, {} as never)
    expect(events.map(({ type, by }) => [type, by])).toEqual([
      ['heed', 'link'],
      ['answer', 'post'],
      ['finish', 'post'],
    ])
  })
  test('is no act that anybody is offered', () => {
    const types = acts(helping, help, lin, decisionContextAt(at)).map(({ type }) => type)
    expect(types).toContain('answer')
    expect(types).not.toContain('heed')
  })
})
