// A case that concerns an enterprise, as its readers see it.
import { caseView, type Material } from '../../../api/reading/case-view.ts'
import { chainFacts } from '../../../db/cases/case-store.ts'
import { begin } from '../../../domain/engine/step.ts'
import { text } from '../../../domain/language/words.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import { audienceOf } from '../../../domain/organisation/policy.ts'
import { actor } from '../../support/people/cast.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { counter } from '../../support/processes/counter.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'

export const now = '2026-03-01T01:00:00.000Z'
export const choices = { a: text('甲', 'A') }
/** The counter, as a process that concerns an enterprise. */
export const process: ProcessDefinition = {
  ...counter,
  describe: () => ({
    title: '计数',
    region: '330802',
    owner: enterpriseId,
    site: '二号仓库',
  }),
  clocks: counter.clocks.map((clock) => ({ ...clock, audience: 'party' as const })),
  events: {
    ...counter.events,
    approve: {
      ...counter.events.approve!,
      fields: [{ name: 'outcome', kind: 'text', words: text('结论', 'Outcome'), required: true }],
    },
    add: {
      ...counter.events.add!,
      fields: [
        { name: 'n', kind: 'number', words: text('数', 'Number'), required: true },
        { name: 'marks', kind: 'choices', words: text('记号', 'Marks'), required: false, choices },
      ],
    },
  },
}
const draft = begin(
  process,
  { id: 'c-1', number: '试1号' },
  {
    type: 'start',
    data: { region: '330802', date: '2026-03-10' },
    by: actor('lin'),
    at: now,
    signatures: [],
  },
  decisionContextAt(now),
)
export const { record: begun, rows: facts } = chainFacts(draft, null)
export const task = Object.values(begun.openTasks)[0]!
export const period = begun.obligations[0]!
export const ownGroup = `enterprise:${enterpriseId}/enterprise-safety`

const material = (more: Partial<CaseRecord> = {}, beside: Partial<Material> = {}): Material => ({
  process,
  record: { ...begun, ...more },
  enterprise: '衢州试验化工',
  course: facts.map(({ type, before, after, seq }) => ({ type, before, after, last: seq })),
  told: [],
  uploads: [],
  recipients: [],
  related: [],
  opener: null,
  documents: [],
  ...beside,
})
export const seen = (who: Actor, more: Partial<CaseRecord> = {}, beside: Partial<Material> = {}) =>
  caseView(material(more, beside), {
    actor: who,
    audience: audienceOf(who),
    decisionContext: decisionContextAt(now),
    synthetic: false,
  })
export const withTask = (more: Partial<OpenTask>): Partial<CaseRecord> => ({
  openTasks: { [task.id]: { ...task, ...more } },
})
export const [official, party] = [actor('lin'), actor('qi')]
