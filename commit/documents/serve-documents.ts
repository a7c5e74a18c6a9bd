// Which documents does an act of the chart serve, and what is left of their service when it is taken back?

import { keepService, servedBy, waitingToBeServed } from '../../db/cases/document-services.ts'
import type { Executor } from '../../db/client.ts'
import { takenBack } from '../../domain/documents/service.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { NewFact } from '../../domain/model/record.ts'
import { civilDate, dayBegins, type Instant } from '../../domain/time/instant.ts'

type Serving = { tx: Executor; process: ProcessDefinition; caseId: string }

const kindsServedBy = ({ documents = [] }: ProcessDefinition, type: string): string[] =>
  documents.filter((one) => one.servedBy?.includes(type)).map(({ id }) => id)

/** Every document of its kinds that is in force and was not served by it before. */
export const serveDocuments = async (
  { tx, process, caseId }: Serving,
  { type, data, occurredAt }: NewFact,
  seq: number,
): Promise<void> => {
  const kinds = kindsServedBy(process, type)
  if (kinds.length === 0) return
  const how = {
    method: String(data.method),
    receiver: String(data.receiver),
    served: true,
    at: servedAt(data.servedOn, occurredAt),
  }
  for (const document of await waitingToBeServed(tx, { caseId, kinds, type, seq }))
    await keepService(tx, { document, seq, ...how })
}

/** The act may be written down on a later day than that of the service. */
const servedAt = (day: unknown, at: Instant): Instant =>
  typeof day === 'string' && day !== civilDate(at) ? dayBegins(day) : at

export const takeServiceBack = async (
  { tx, process, caseId }: Serving,
  { data, occurredAt: at }: NewFact,
  seq: number,
): Promise<void> => {
  const type = String(data.event)
  if (kindsServedBy(process, type).length === 0) return
  for (const document of await servedBy(tx, { caseId, type, seq }))
    await keepService(tx, { document, seq, method: takenBack, receiver: '', served: false, at })
}
