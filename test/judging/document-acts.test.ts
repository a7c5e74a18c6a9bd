// Who may serve, void, issue again and open which document of a case, and which of them is he offered?
import { expect, test } from 'vitest'
import {
  documentActs,
  judgeDocumentVerb,
  notMade,
  servable,
} from '../../domain/engine/judging/document-acts.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import type { Act } from '../../domain/model/command.ts'
import type { KnownDocument } from '../../domain/model/document.ts'
import type { DocumentVerb } from '../../domain/model/document-verbs.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { actor, devices } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const { record } = opened(process, actor('qi'), reported, at)
const paper = (changes: Partial<KnownDocument> = {}): KnownDocument => ({
  id: 'd-1',
  kind: 'order',
  version: 1,
  seq: 1,
  title: '责令限期整改指令书',
  number: '〔2026〕1号',
  audience: 'party',
  state: 'issued',
  served: false,
  ...changes,
})
const forms: Record<DocumentVerb, Record<string, unknown>> = {
  'serve-document': { document: 'd-1', method: 'counter', receiver: '毛总' },
  'void-document': { document: 'd-1', reason: '写错' },
  'reissue-document': { document: 'd-1', reason: '写错' },
  'open-document': { document: 'd-1' },
}
const verdict = (
  who: string,
  type: DocumentVerb,
  documents: KnownDocument[] | undefined = [paper()],
  data = forms[type],
  owner = record.owner,
) => {
  const act: Act = { type, data, taskId: null }
  const context = { ...decisionContextAt(at), ...(documents ? { documents } : {}) }
  const texts = judgeDocumentVerb(process, { ...record, owner }, actor(who), act, context)
  return texts.allowed ? 'allowed' : `${texts.code}: ${texts.reasons[0]?.zh}`
}
const local = 'not-allowed: 文书由本案的经办机关办理'
const heads = 'not-allowed: 须由科长、局领导或者安委办办理'
const noneSuch = 'not-possible-now: 没有可如此处理的文书'

test('everybody of the offices that have the case in hand serves; their chiefs, leaders and the committee undo; nobody else does either', () => {
  for (const who of ['lin', 'chen', 'gao', 'ji', 'shi', 'sheng'])
    expect(`${who} ${verdict(who, 'serve-document')}`).toBe(`${who} allowed`)
  for (const who of ['jiang', 'qi', 'mao'])
    expect(`${who} ${verdict(who, 'serve-document')}`).toBe(`${who} ${local}`)
  for (const type of ['void-document', 'reissue-document'] as const) {
    for (const who of ['chen', 'gao', 'ji', 'yu', 'shi'])
      expect(`${who} ${verdict(who, type)}`).toBe(`${who} allowed`)
    for (const who of ['lin', 'hao']) expect(`${who} ${verdict(who, type)}`).toBe(`${who} ${heads}`)
    expect(verdict('qi', type)).toBe(local)
  }
})

test('a chief of another place who is an inspector here undoes no document here', () => {
  const [elsewhere] = actor('jiang').appointments
  const both = {
    ...actor('lin'),
    appointments: [...actor('lin').appointments, { ...elsewhere!, role: 'section-chief' as const }],
  }
  const act = { type: 'void-document', data: forms['void-document'], taskId: null }
  expect(judgeDocumentVerb(process, record, both, act, decisionContextAt(at))).toMatchObject({
    allowed: false,
    code: 'not-allowed',
  })
  const chiefToo = { ...both, appointments: [...both.appointments, ...actor('chen').appointments] }
  expect(judgeDocumentVerb(process, record, chiefToo, act, decisionContextAt(at))).toEqual({
    allowed: true,
  })
})

test('only people of the enterprise that the case concerns open its documents', () => {
  expect(verdict('qi', 'open-document')).toBe('allowed')
  expect(verdict('lin', 'open-document')).toMatch(/^not-allowed/)
  expect(verdict('qi', 'open-document', [paper()], forms['open-document'], 'e-2')).toMatch(
    /^not-allowed/,
  )
  expect(verdict('lin', 'open-document', [paper()], forms['open-document'], null)).toMatch(
    /^not-allowed/,
  )
  const act = { type: 'open-document', data: { document: 'd-1' }, taskId: null }
  expect(judgeDocumentVerb(process, record, devices, act, decisionContextAt(at))).toMatchObject({
    code: 'not-allowed',
  })
  expect(
    judgeDocumentVerb(
      process,
      record,
      devices,
      { ...act, type: 'serve-document' },
      decisionContextAt(at),
    ),
  ).toEqual({
    allowed: false,
    code: 'not-allowed',
    reasons: [{ zh: expect.any(String), en: expect.any(String) }],
  })
})

test('the form must be complete, and the method of service one of those that there are', () => {
  expect(
    verdict('lin', 'serve-document', [paper()], { document: 'd-1', method: 'counter' }),
  ).toMatch(/^invalid-input/)
  expect(
    verdict('lin', 'serve-document', [paper()], {
      document: 'd-1',
      method: 'pigeon',
      receiver: '毛总',
    }),
  ).toMatch(/^invalid-input/)
  expect(verdict('lin', 'serve-document', undefined)).toBe('allowed')
  expect(
    verdict('lin', 'serve-document', undefined, {
      document: 'd-1',
      method: 'portal',
      receiver: '毛总',
    }),
  ).toMatch(/^invalid-input/)
  expect(verdict('lin', 'serve-document', [paper({ id: 'd-2' })])).toMatch(/^not-found/)
  expect(verdict('lin', 'serve-document', [paper({ id: 'd-2' }), paper()])).toBe('allowed')
})

test.each<[DocumentVerb, Partial<KnownDocument>, string]>([
  ['serve-document', { state: 'void' }, noneSuch],
  ['serve-document', { state: 'issuing' }, `not-possible-now: ${notMade.zh}`],
  ['serve-document', { audience: 'internal' }, noneSuch],
  ['serve-document', { audience: 'public' }, 'allowed'],
  ['void-document', { state: 'issuing' }, 'allowed'],
  ['void-document', { audience: 'internal' }, 'allowed'],
  ['void-document', { state: 'void' }, noneSuch],
  ['void-document', { state: 'replaced' }, noneSuch],
  ['reissue-document', { state: 'void' }, 'allowed'],
  ['reissue-document', { state: 'replaced' }, noneSuch],
  ['reissue-document', { number: null }, noneSuch],
  ['reissue-document', { audience: 'internal' }, 'allowed'],
])('%s with a document that is %j: %s', (type, changes, values) => {
  expect(verdict('chen', type, [paper(changes)])).toBe(values)
})

test('an act that serves a document waits for the latest of its kind, and no other', () => {
  const serving = {
    ...counter,
    documents: [{ id: 'order', servedBy: ['finish'] }],
  } as unknown as ProcessDefinition
  const old = paper({ id: 'd-0', state: 'void' })
  const other = paper({ id: 'd-2', kind: 'record', state: 'issuing' })
  expect(servable(serving, 'finish', [old, paper(), other])).toBe(true)
  expect(servable(serving, 'finish', [paper({ state: 'issuing' })])).toEqual(notMade)
  expect(servable(serving, 'finish', [paper(), paper({ id: 'd-3', state: 'void' })])).toMatchObject(
    { zh: '文书已作废，请先重新制发' },
  )
  expect(servable(serving, 'add', [paper({ state: 'issuing' })])).toBe(true)
  expect(servable(serving, 'finish', [])).toBe(true)
  expect(servable(serving, 'finish', undefined)).toBe(true)
  expect(servable(counter, 'finish', [paper({ state: 'issuing' })])).toBe(true)
})

test('who may is offered the acts that are on the list, each with the documents that it can work on', () => {
  const documents = [
    paper(),
    paper({ id: 'd-2', state: 'void', title: '复查意见书', number: null }),
  ]
  const acts = documentActs(process, record, actor('chen'), { ...decisionContextAt(at), documents })
  expect(
    acts.map(({ type, kind, taskId, allowed, relevant, reasons, consequence }) => [
      type,
      kind,
      taskId,
      allowed,
      relevant,
      reasons,
      consequence,
    ]),
  ).toEqual([
    ['serve-document', 'document', null, true, true, [], null],
    ['void-document', 'document', null, true, true, [], null],
    ['reissue-document', 'document', null, true, true, [], null],
  ])
  const choices = acts.map(({ fields }) => fields.find(({ name }) => name === 'document')?.choices)
  const one = {
    'd-1': { zh: '责令限期整改指令书 〔2026〕1号', en: '责令限期整改指令书 〔2026〕1号' },
  }
  expect(choices).toEqual([one, one, one])
  expect(
    acts[0]?.fields.map(({ name, choices }) => [name, Object.keys(choices ?? {}).length]),
  ).toEqual([
    ['document', 1],
    ['method', 4],
    ['receiver', 0],
  ])
  const nameless = documentActs(process, record, actor('chen'), {
    ...decisionContextAt(at),
    documents: [paper({ number: null })],
  })
  expect(nameless[0]?.fields[0]?.choices).toEqual({
    'd-1': { zh: '责令限期整改指令书 ', en: '责令限期整改指令书 ' },
  })
})

test('where there is no document for it the act says so, and who may not is told that instead', () => {
  const none = documentActs(process, record, actor('chen'), decisionContextAt(at))
  expect(none.map(({ allowed, relevant, reasons }) => [allowed, relevant, reasons[0]?.zh])).toEqual(
    Array(3).fill([false, false, '没有可如此处理的文书']),
  )
  const far = documentActs(process, record, actor('jiang'), decisionContextAt(at))
  expect(far.map(({ allowed, reasons }) => [allowed, reasons[0]?.zh])).toEqual(
    Array(3).fill([false, '文书由本案的经办机关办理']),
  )
})
