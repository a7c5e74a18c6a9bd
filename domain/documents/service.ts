// Which of the services that are written down of a document still stand, and what is each method called?

import { type Text, text } from '../language/words.ts'
import type { DocumentDefinition } from '../model/document.ts'
import { serviceMethods } from '../model/document-verbs.ts'
import type { ProcessDefinition } from '../model/process.ts'

/** The method under which a document is written down that was handed over by the act that made it. */
export const onTheSpotMethod = 'on-the-spot'

/** The method under which it is written down that the service before was taken back: nothing of it is ever deleted. */
export const takenBack = 'taken-back'

/** What takes effect by being served; a receipt, or a record of what was said, is not served itself, nor what a party has written. */
export const takesService = ({
  form,
  by,
  servedBy,
  servedAtOnce,
}: Pick<DocumentDefinition, 'form' | 'by' | 'servedBy' | 'servedAtOnce'>): boolean =>
  by !== 'party' &&
  (form === 'letter' || form === 'licence' || servedBy !== undefined || servedAtOnce !== undefined)

type Written = { seq: number; method: string; served: boolean }

/** In order; whatever was taken back is left out. */
export const standingServices = <One extends Written>(written: One[]): One[] => {
  const standing = new Set<One>()
  for (const one of [...written].sort((a, b) => a.seq - b.seq)) {
    const last = [...standing].findLast(({ served }) => served)
    if (one.method !== takenBack) standing.add(one)
    else if (last) standing.delete(last)
  }
  return [...standing]
}

const servedInPerson = text('当场送达', 'Served on the spot')
const portal = text('平台查阅', 'Opened on the platform')

/** In the words of the act that serves such a document, else in those of the desk. */
export const methodWords = (process: ProcessDefinition, kind: string, method: string): Text => {
  if (method === onTheSpotMethod) return servedInPerson
  const acts = process.documents?.find(({ id }) => id === kind)?.servedBy ?? []
  const methods = acts.map(
    (type) => process.events[type]?.fields.find(({ name }) => name === 'method')?.choices?.[method],
  )
  return (
    methods.find((words) => words !== undefined) ??
    serviceMethods[method as keyof typeof serviceMethods] ??
    portal
  )
}
