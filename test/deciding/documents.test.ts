// What does a verb on a document leave in the record, and when can the act that made it not be taken back any more?
import { expect, test } from 'vitest'
import { applyDocumentVerb } from '../../domain/engine/document-applying.ts'
import { sealedByService, sealUndo, withoutUndone } from '../../domain/engine/document-undoing.ts'
import type { Command } from '../../domain/model/command.ts'
import type { KnownDocument } from '../../domain/model/document.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, Return, Step, Undo } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const later = '2026-03-03T01:00:00.000Z'
const process = {
  ...counter,
  documents: [
    { id: 'order', on: ['finish'] },
    { id: 'note', on: ['add'] },
  ],
} as unknown as ProcessDefinition
const { record } = opened(counter, actor('lin'), { region: '330802', date: '2026-03-10' }, at)
const owned: CaseRecord = { ...record, owner: 'e-1' }
const paper = (more: Partial<KnownDocument> = {}): KnownDocument => ({
  id: 'd-1',
  kind: 'order',
  version: 1,
  seq: 3,
  title: '责令整改指令书',
  number: '〔2026〕1号',
  audience: 'party',
  state: 'issued',
  served: false,
  ...more,
})
const command = (type: string, data: Record<string, unknown>): Command => ({
  type,
  data: { document: 'd-1', ...data },
  taskId: null,
  by: actor('lin'),
  ifMatch: null,
  occurredAt: at,
})
const applied = (
  type: string,
  data: Record<string, unknown> = {},
  of = owned,
  documents: KnownDocument[] = [paper({ id: 'd-0' }), paper()],
  on = process,
) =>
  applyDocumentVerb(on, draftOf(of), command(type, data), {
    ...decisionContextAt(later),
    documents,
  })

test('the fact of a verb names the document, its number and the way in words, for those who may read the document', () => {
  const { facts, effects } = applied('serve-document', { method: 'counter', receiver: '毛总' })
  expect(facts).toMatchObject([
    {
      type: 'serve-document',
      occurredAt: at,
      recordedAt: later,
      actor: { id: 'lin' },
      audience: 'party',
    },
  ])
  expect(facts[0]?.data).toEqual({
    document: 'd-1',
    method: 'counter',
    receiver: '毛总',
    documentName: '责令整改指令书 〔2026〕1号',
    methodName: '当面签收',
  })
  expect(effects).toEqual([])
  const inner = applied('void-document', { reason: '写错' }, owned, [
    paper({ audience: 'internal', number: null }),
  ]).facts[0]
  expect(inner).toMatchObject({ audience: 'internal' })
  expect(inner?.data).toEqual({ document: 'd-1', reason: '写错', documentName: '责令整改指令书' })
})

test('what is served by mail is told to the people of the enterprise, by title and number', () => {
  const { effects } = applied('serve-document', { method: 'mail', receiver: '毛总' })
  expect(effects).toMatchObject([
    {
      kind: 'notice',
      about: 'serve-document',
      groups: ['enterprise:e-1/enterprise-principal', 'enterprise:e-1/enterprise-safety'],
      audience: 'party',
      notBefore: at,
    },
  ])
  expect(effects).toMatchObject([
    { title: { zh: expect.stringContaining('《责令整改指令书〔2026〕1号》') } },
  ])
  expect(
    applied('serve-document', { method: 'mail' }, owned, [paper({ number: null })]).effects,
  ).toMatchObject([
    {
      title: { zh: expect.stringContaining('《责令整改指令书》') },
      body: { en: expect.stringContaining('is served on you') },
    },
  ])
  expect(applied('serve-document', { method: 'mail' }, record).effects).toEqual([])
})

test('what is opened here counts as served only where the party has agreed to that', () => {
  const agreeing = { ...process, servedElectronically: () => true }
  const refusing = { ...process, servedElectronically: () => false }
  expect(applied('open-document', {}, owned, undefined, agreeing).facts[0]?.data.served).toBe(true)
  expect(applied('open-document', {}, owned, undefined, refusing).facts[0]?.data.served).toBe(false)
  expect(applied('open-document').facts[0]?.data.served).toBe(false)
  expect(
    'served' in (applied('void-document', {}, owned, undefined, agreeing).facts[0]?.data ?? {}),
  ).toBe(false)
})

test('a document that the case does not have is not worked on', () => {
  expect(refusal(() => applied('void-document', {}, owned, [paper({ id: 'd-2' })])).code).toBe(
    'not-found',
  )
  const none = () =>
    applyDocumentVerb(
      process,
      draftOf(owned),
      command('void-document', {}),
      decisionContextAt(later),
    )
  expect(refusal(none).code).toBe('not-found')
})

const undo: Undo = {
  by: 'lin',
  event: 'finish',
  snapshot: record.snapshot,
  entries: {},
  openTasks: {},
  obligations: [],
  data: {},
}
const undoable = (more: Partial<Undo> = {}): CaseRecord => ({
  ...owned,
  undo: { ...undo, ...more },
})

test('serving or opening what an act has made seals that act; voiding does not', () => {
  expect(applied('serve-document', { method: 'counter' }, undoable()).record.undo?.sealed).toBe(
    'served',
  )
  expect(applied('open-document', {}, undoable()).record.undo?.sealed).toBe('served')
  expect(applied('void-document', { reason: '写错' }, undoable()).record.undo?.sealed).toBe(
    undefined,
  )
  expect(applied('reissue-document', { reason: '写错' }, undoable()).record.undo?.sealed).toBe(
    undefined,
  )
})

test('only the act that made the document is sealed, once the document is there, and never a mere hand', () => {
  const sealed = (
    more: Partial<Undo>,
    one: Partial<KnownDocument> = {},
    on: ProcessDefinition = process,
  ) => sealedByService(on, draftOf(undoable(more)), paper(one)).record.undo?.sealed
  expect(sealed({})).toBe('served')
  expect(sealed({ event: 'add' })).toBe(undefined)
  expect(sealed({ event: 'add' }, { kind: 'note' })).toBe('served')
  expect(sealed({}, { kind: 'letter' })).toBe(undefined)
  expect(sealed({}, { state: 'issuing' })).toBe(undefined)
  expect(sealed({ signedTask: 't-1' })).toBe(undefined)
  expect(sealed({}, {}, counter)).toBe(undefined)
  expect(sealedByService(process, draftOf({ ...owned, undo: null }), paper()).record.undo).toBe(
    null,
  )
  expect(sealUndo(draftOf({ ...owned, undo: null }), 'void').record.undo).toBe(null)
})

const step = (fact: number): Step => ({
  from: 'a',
  type: 'finish',
  data: {},
  by: actor('lin'),
  signatures: [],
  at,
  fact,
})
const back = (...path: Step[]): Return => ({
  from: 'b',
  to: 'a',
  way: 'straight',
  by: 'lin',
  reason: '',
  at,
  path,
})
const undone = (
  before: Partial<CaseRecord>,
  after: Partial<CaseRecord>,
  documents: KnownDocument[] | undefined,
  type = 'return',
  on = process,
) =>
  withoutUndone(
    on,
    { ...owned, ...before },
    draftOf({ ...owned, undo, ...after }),
    { ...command(type, {}) },
    {
      ...decisionContextAt(later),
      ...(documents ? { documents } : {}),
    },
  )
const voided = (...input: Parameters<typeof undone>) =>
  undone(...input).facts.map(({ data }) => data.document)

test('what an act undone by a return had made is void, and the record says so; nothing then is taken back', () => {
  const { facts, record: left } = undone({ trail: [step(3)] }, { trail: [] }, [
    paper(),
    paper({ id: 'd-2', seq: 4 }),
  ])
  expect(facts).toMatchObject([
    {
      type: 'void-document',
      occurredAt: at,
      recordedAt: later,
      actor: { kind: 'person', id: 'lin' },
      audience: 'party',
      data: {
        document: 'd-1',
        documentName: '责令整改指令书 〔2026〕1号',
        reason: { zh: '办理环节已退回重办，原文书作废' },
      },
    },
  ])
  expect(left.undo?.sealed).toBe('void')
  expect(
    undone({ trail: [step(3)] }, {}, [paper({ number: null })]).facts[0]?.data.documentName,
  ).toBe('责令整改指令书')
})

test('only what is in force or being made becomes void', () => {
  const states = (state: KnownDocument['state']) =>
    voided({ trail: [step(3)] }, {}, [paper({ state })])
  expect([states('issued'), states('issuing'), states('void'), states('replaced')]).toEqual([
    ['d-1'],
    ['d-1'],
    [],
    [],
  ])
})

test('what stands still, or waits to be carried over, keeps its documents', () => {
  expect(voided({ trail: [step(3)] }, { trail: [step(3)] }, [paper()])).toEqual([])
  expect(voided({ trail: [step(3)] }, { returns: [back(step(3))] }, [paper()])).toEqual([])
  expect(voided({ returns: [back(step(3))] }, {}, [paper()], 'finish')).toEqual(['d-1'])
  expect(voided({ returns: [back(step(3))] }, { trail: [step(3)] }, [paper()], 'finish')).toEqual(
    [],
  )
})

test('the trail forgets old acts without undoing them; only a return does', () => {
  expect(voided({ trail: [step(3)] }, { trail: [] }, [paper()], 'finish')).toEqual([])
})

test('where nothing is known of documents, or the process has none, nothing becomes void', () => {
  expect(undone({ trail: [step(3)] }, {}, undefined).record.undo?.sealed).toBe(undefined)
  expect(voided({ trail: [step(3)] }, {}, [paper()], 'return', counter)).toEqual([])
})
