// What does the process say that reads a workbook?
import { readXlsx } from 'hucre/xlsx'
import type { Cell } from '../../domain/duty/sheet.ts'
import { officeVerdict } from '../../domain/evidence/office.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { answerAsked } from '../http/answering.ts'
import { checkLines, unreadable } from './sheet-lines.ts'

/** The workbook in base 64. */
export type SentWorkbook = { content: string }

/** Ten thousand lines take some ten megabytes when they are unpacked. */
const mostInflated = 24 * 1024 * 1024

const rowsIn = async ({ content }: SentWorkbook): Promise<Cell[][]> => {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'))
  const verdict = officeVerdict(bytes, mostInflated)
  if ('fault' in verdict) throw new DomainError('file-unsafe', [verdict.fault])
  const rows = await read(bytes)
  checkLines(rows)
  return rows
}

const read = async (bytes: Uint8Array): Promise<Cell[][]> => {
  try {
    const { sheets } = await readXlsx(bytes)
    return (sheets[0]?.rows ?? []) as Cell[][]
  } catch {
    throw unreadable()
  }
}

answerAsked(rowsIn)
