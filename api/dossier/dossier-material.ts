// What lies in the dossier of a case, and what stands on its cover?
import { readFacts } from '../../db/cases/cases-reads.ts'
import { readDocuments } from '../../db/cases/documents-reads.ts'
import { readUploadsOf } from '../../db/files/uploads.ts'
import type { Reader } from '../../db/scope.ts'
import { documentSourceOf } from '../../domain/documents/document-source.ts'
import { issuerOf } from '../../domain/documents/offices.ts'
import { handlersIn, type OrderedDossier, orderDossier } from '../../domain/dossier/order.ts'
import { type DossierSheet, dossierSheet } from '../../domain/dossier/sheet.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { DossierDefinition, Party } from '../../domain/model/document.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'

/** The declaration of the process, or 404: its cases have no dossier. */
export const dossierOf = ({ dossier }: ProcessDefinition): DossierDefinition => {
  if (!dossier) throw new DomainError('not-found')
  return dossier
}

/** The papers of a case in their order, as they are now. */
export const readOrdered = async (
  tx: Reader,
  process: ProcessDefinition,
  record: CaseRecord,
): Promise<OrderedDossier & { handlers: string[] }> => {
  const [facts, documents, files] = await Promise.all([
    readFacts(tx, record.id),
    readDocuments(tx, record.id),
    readUploadsOf(tx, record.id),
  ])
  return {
    ...orderDossier(process, dossierOf(process), { record, facts, documents, files }),
    handlers: handlersIn(process, facts),
  }
}

/** Nothing is typed again: everything on the cover comes from the case. */
export const sheetFor = (
  process: ProcessDefinition,
  record: CaseRecord,
  party: Party,
  ordered: OrderedDossier & { handlers: string[] },
  at: Instant,
): DossierSheet => {
  const issuer = issuerOf('bureau', record.region)
  const { start } = process
  const act = { type: start.type, at: record.openedAt, seq: 1, data: record.data[start.type] ?? {} }
  const source = documentSourceOf({ process, record, act, party, issuer })
  return dossierSheet(
    {
      title: record.title,
      number: record.number,
      office: issuer.name,
      party,
      partyName: source.value('partyName', start.type),
      openedAt: record.openedAt,
      closedAt: record.closedAt,
      handlers: ordered.handlers,
      rows: dossierOf(process).cover(source.value, source.record),
      at,
    },
    ordered,
  )
}
