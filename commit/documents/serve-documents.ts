// Which documents does an act of the chart serve, and what is left of their service when it is taken back?

import {
  keepService,
  servedBy,
  unserved,
  waitingToBeServed,
} from '../../db/cases/document-services.ts'
import type { Executor } from '../../db/client.ts'
import { onTheSpotMethod, takenBack } from '../../domain/documents/service.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { NewFact } from '../../domain/model/record.ts'
import { civilDate, dayBegins, type Instant } from '../../domain/time/instant.ts'

type Serving = { tx: Executor; process: ProcessDefinition; caseId: string }

type Serves = 'servedBy' | 'handedOverBy'

const kindsIn = ({ documents = [] }: ProcessDefinition, serves: Serves, type: string): string[] =>
  documents.filter((one) => one[serves]?.includes(type)).map(({ id }) => id)

/** Every document of its kinds that is in force and was not served by it before, and whatever it hands over. */
export const serveDocuments = async (
  serving: Serving,
  fact: NewFact,
  seq: number,
): Promise<void> => {
  await handOver(serving, fact, seq)
  const { tx, process, caseId } = serving
  const { type, data, occurredAt } = fact
  const kinds = kindsIn(process, 'servedBy', type)
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

/** What has reached its party already is not handed over again. */
const handOver = async (
  { tx, process, caseId }: Serving,
  { type, data, occurredAt: at }: NewFact,
  seq: number,
): Promise<void> => {
  const kinds = kindsIn(process, 'handedOverBy', type)
  if (kinds.length === 0) return
  const receiver = typeof data.receiver === 'string' ? data.receiver : ''
  for (const document of await unserved(tx, { caseId, kinds }))
    await keepService(tx, { document, seq, method: onTheSpotMethod, receiver, served: true, at })
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
  const serves = (['servedBy', 'handedOverBy'] as const).some(
    (how) => kindsIn(process, how, type).length > 0,
  )
  if (!serves) return
  for (const document of await servedBy(tx, { caseId, type, seq }))
    await keepService(tx, { document, seq, method: takenBack, receiver: '', served: false, at })
}
