// What does the counsel of an enterprise read of its case, and what may he do? What the enterprise itself reads, by the same words.
import { partOf } from '../engine/items/parts.ts'
import { offer } from '../engine/judging/judge.ts'
import { text } from '../language/words.ts'
import type { StoredFact } from '../model/chain.ts'
import { stateKey } from '../model/chart.ts'
import { type DecisionContext, formLawOf } from '../model/decision-context.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { Holder } from '../organisation/actor.ts'
import { clockViews } from './clock-view.ts'
import {
  counselLines,
  counselView,
  type OwnAct,
  type OwnMatter,
  withoutHint,
} from './own-matter.ts'
import { stateWords } from './state-words.ts'
import { timelineItem } from './timeline.ts'

type Reading = {
  process: ProcessDefinition
  record: CaseRecord
  facts: StoredFact[]
  enterprise: string
  holder: Holder
  decisionContext: DecisionContext
}

export const enterpriseMatter = (reading: Reading): OwnMatter => {
  const { process, record, holder, enterprise } = reading
  return {
    number: record.number,
    title: record.title,
    item: text(enterprise, enterprise),
    counsel: counselView(holder),
    open: record.status === 'open',
    state: stateWords(process, stateKey(record.snapshot.value), 'party', record.snapshot.context),
    lines: counselLines(reading, null),
    limits: limitsOf(reading),
    forms: formsOf(reading),
    ...actsOf(reading),
  }
}

const limitsOf = ({ process, record, decisionContext }: Reading): OwnMatter['limits'] =>
  clockViews(process, record, decisionContext, 'party').flatMap(({ words, article, now }) =>
    now
      ? [
          {
            words,
            article,
            date: now.date,
            overdue: now.overdue,
            provisional: now.provisional,
            left: now.words,
          },
        ]
      : [],
  )

const formsOf = ({ process, facts }: Reading): OwnMatter['forms'] =>
  facts.flatMap((fact) => {
    const item = timelineItem(process, fact, 'party')
    return item
      ? [{ type: item.type, words: item.title, at: item.occurredAt, fields: item.fields }]
      : []
  })

const actsOf = ({
  process,
  record,
  holder,
  decisionContext,
}: Reading): Pick<OwnMatter, 'acts' | 'beyond'> => {
  const part = partOf(process, record, undefined)
  const acts = process.concern?.acts ?? {}
  const able = (by: Holder, type: string): boolean =>
    offer(process, record, by, type, decisionContext).allowed
  const { counsel: _, ...itself } = holder
  const own = Object.keys(acts).filter((type) => able(holder, type))
  const beyond = Object.keys(acts).filter((type) => !own.includes(type) && able(itself, type))
  return {
    acts: own.flatMap((type): OwnAct[] => {
      const definition = process.events[type]
      const words = acts[type]?.words
      if (!definition || !words) return []
      const fields =
        definition.fieldsFor?.(part.record, formLawOf(decisionContext, record)) ?? definition.fields
      const { consequence = null } = definition
      return [{ type, words, fields: fields.map(withoutHint), consequence }]
    }),
    beyond: beyond.flatMap((type) => acts[type]?.words ?? []),
  }
}
