// May this actor do this with a document of the case now, and which of them is he offered?

import { type Text, text } from '../../language/words.ts'
import { visible } from '../../model/audience.ts'
import type { Act } from '../../model/command.ts'
import type { DecisionContext } from '../../model/decision-context.ts'
import type { KnownDocument } from '../../model/document.ts'
import { type DocumentVerb, documentVerbs, serviceMethods } from '../../model/document-verbs.ts'
import type { Field, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { hasInHand } from '../../tasks/case-offices.ts'
import type { ActView } from './act-view.ts'
import { verbForm } from './judge-verbs.ts'
import { type Judgement, refused } from './judgement.ts'

export const notMade = text(
  '文书尚未制作完成，请稍候',
  'The document is still being made: wait a moment',
)
const notInForce = text('文书已作废，请先重新制发', 'The document is void: issue it again first')
const noneSuch = text('没有可如此处理的文书', 'There is no document that this can be done with')

/** The documents that a verb can work on: void is what was in force; served is what is made and meant for the party. */
const fits = (
  verb: DocumentVerb,
  { state, audience, number }: KnownDocument,
  by?: Actor,
): boolean => {
  if (verb === 'void-document') return state === 'issued' || state === 'issuing'
  if (verb === 'reissue-document') return number !== null && state !== 'replaced'
  return state === 'issued' && (by?.kind === 'holder' || visible(audience, 'party'))
}

/** Whom an item concerns opens its papers and no others; the counsel of the enterprise those that it reads. */
const notHis = (by: Actor, { item, audience }: KnownDocument): boolean => {
  if (by.kind !== 'holder') return false
  return by.item === null ? !visible(audience, 'party') : item !== by.item
}

export const judgeDocumentVerb = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
  decisionContext: DecisionContext,
): Judgement => {
  const type = act.type as DocumentVerb
  const may = mayAct(process, record, by, type)
  if (!may.allowed) return may
  const form = verbForm(act)
  if (!form.allowed) return form
  if (type === 'serve-document' && !Object.hasOwn(serviceMethods, String(act.data.method)))
    return refused('invalid-input')
  if (!decisionContext.documents) return form
  const one = decisionContext.documents.find(({ id }) => id === act.data.document)
  if (!one || notHis(by, one)) return refused('not-found')
  if (fits(type, one, by)) return { allowed: true }
  return refused('not-possible-now', one.state === 'issuing' ? notMade : noneSuch)
}

/** Whoever belongs to an office that has the case in hand serves; what undoes a document is for who answers for it there. */
const mayAct = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  type: DocumentVerb,
): Judgement => {
  if (by.kind === 'holder')
    return type === 'open-document' ? { allowed: true } : refused('not-allowed')
  if (by.kind !== 'person') return refused('not-allowed')
  if (type === 'open-document')
    return by.enterprise !== null && by.enterprise === record.owner
      ? { allowed: true }
      : refused('not-allowed')
  const held =
    by.enterprise === null ? by.appointments.filter((held) => hasInHand(process, record, held)) : []
  const answers = held.some(
    ({ role }) => role === 'section-chief' || role === 'leader' || role === 'supervisor',
  )
  if (held.length === 0)
    return refused(
      'not-allowed',
      text('文书由本案的经办机关办理', 'Documents are handled by the offices of the case'),
    )
  return type === 'serve-document' || answers
    ? { allowed: true }
    : refused(
        'not-allowed',
        text(
          '须由科长、局领导或者安委办办理',
          'For a section chief, a leader or the safety committee',
        ),
      )
}

/** Why an act that serves documents has to wait: the latest of each kind must be made and in force. True where there is nothing to wait for. */
export const servable = (
  process: ProcessDefinition,
  type: string,
  documents: KnownDocument[] | undefined,
): true | Text => {
  for (const { id, servedBy } of process.documents ?? []) {
    if (!servedBy?.includes(type)) continue
    const latest = documents?.filter(({ kind }) => kind === id).at(-1)
    if (latest && latest.state !== 'issued')
      return latest.state === 'issuing' ? notMade : notInForce
  }
  return true
}

/** The acts on documents that this person may choose among, each with the documents that it can work on. */
export const documentActs = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  { documents = [] }: DecisionContext,
): ActView[] =>
  (Object.keys(documentVerbs) as DocumentVerb[])
    .filter((verb) => documentVerbs[verb].listed)
    .map((verb) => {
      const able = documents.filter((one) => fits(verb, one))
      const may = mayAct(process, record, by, verb)
      const verdict = may.allowed && able.length === 0 ? refused('not-possible-now', noneSuch) : may
      return {
        type: verb,
        kind: 'document',
        words: documentVerbs[verb].words,
        taskId: null,
        allowed: verdict.allowed,
        relevant: verdict.allowed,
        reasons: verdict.allowed ? [] : verdict.reasons,
        fields: withDocuments(documentVerbs[verb].fields, able),
        consequence: null,
      }
    })

const withDocuments = (fields: readonly Field[], able: KnownDocument[]): Field[] => {
  const choices = Object.fromEntries(
    able.map(({ id, title, number }) => [
      id,
      text(`${title} ${number ?? ''}`, `${title} ${number ?? ''}`),
    ]),
  )
  return fields.map((one) => (one.name === 'document' ? { ...one, choices } : one))
}
