// A counter that makes a paper of each kind, and what its tests look at.
import { asc, eq } from 'drizzle-orm'
import { looseObject, number } from 'valibot'
import { documentServices, documents } from '../../db/schema/cases/documents.ts'
import { text } from '../../domain/language/words.ts'
import type { DocumentDefinition } from '../../domain/model/document.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import { enterpriseId } from '../support/people/people.ts'
import { counter } from '../support/processes/counter.ts'
import { type Counting, openCounting } from './counting.ts'

export const publicUrl = 'https://papers.example'

const paper = (id: string, more: Partial<DocumentDefinition>): DocumentDefinition => ({
  id,
  words: text(id, id),
  on: ['add'],
  form: 'letter',
  by: 'bureau',
  series: null,
  audience: 'party',
  wording: ({ value, act, party }) => ({
    blocks: [
      { kind: 'text', text: `${value('n')} ${Object.values(act.by ?? {}).join()} ${party.name}` },
    ],
  }),
  ...more,
})
const only =
  (asked: number): NonNullable<DocumentDefinition['when']> =>
  ({ act }) =>
    act.data.n === asked

/** What `add` makes: a letter with its copy and a receipt always, the others by the number that is added. */
const papers: DocumentDefinition[] = [
  paper('letter', {
    series: { word: '函' },
    when: ({ act }) => act.data.n !== 99,
    servedBy: ['finish'],
  }),
  paper('copy', {
    series: { as: 'letter' },
    when: ({ act }) => act.data.n !== 99,
    wording: () => ({ blocks: [], mark: '副本' }),
  }),
  paper('receipt', { series: 'case', when: only(1) }),
  paper('licence', { form: 'licence', series: { licence: '证' }, when: only(50) }),
  paper('handed', { when: only(7), servedAtOnce: ({ n }) => n === 7 }),
  paper('minutes', { on: ['finish'], series: 'case' }),
  paper('statement', { on: ['finish'] }),
  paper('elsewhere', { on: ['nothing'] }),
]
const answering = (type: string): EventDefinition => ({
  ...(counter.events[type] as EventDefinition),
  schema: looseObject({}),
})

export const papered: ProcessDefinition = {
  ...counter,
  documents: papers,
  events: {
    ...counter.events,
    add: { ...answering('add'), schema: looseObject({ n: number() }) },
    finish: answering('finish'),
  },
  servedElectronically: ({ data }) => data.add?.n === 8,
  describe: (data) => ({
    title: '计数',
    region: String(data.region),
    owner: enterpriseId,
    site: null,
  }),
}

export type Papered = Awaited<ReturnType<typeof openPapered>>
export const openPapered = async () => {
  const opened = await openCounting({ processFor: () => papered, publicUrl })
  return { ...opened, ...papersIn(opened) }
}

const papersIn = ({ db, give }: Counting) => {
  const papersOf = (caseId: string) =>
    db
      .select()
      .from(documents)
      .where(eq(documents.caseId, caseId))
      .orderBy(asc(documents.seq), asc(documents.version), asc(documents.kind))
  return {
    papersOf,
    kindOf: async (caseId: string, kind: string) =>
      (await papersOf(caseId)).filter((one) => one.kind === kind),
    /** What the renderer does: papers that were made lie ready. */
    made: (caseId: string) =>
      db.update(documents).set({ state: 'issued' }).where(eq(documents.caseId, caseId)),
    servicesOf: (document: string) =>
      db
        .select()
        .from(documentServices)
        .where(eq(documentServices.document, document))
        .orderBy(asc(documentServices.seq)),
    accepted: async (caseId: string, type: string, body: object, who = 'lin') => {
      const result = await give(caseId, type, body, { who })
      if (!result.answer?.ok) throw new Error(`${type} was refused: ${result.answer?.code}`)
      return result
    },
  }
}
