// What does the process say that examines the signatures of a PDF?
import { X509Certificate } from 'node:crypto'
import { answerAsked } from '../../api/http/answering.ts'
import { createExaminer } from '../../documents/signing/examine.ts'
import type { Examination } from '../../domain/documents/signature-report.ts'
import type { ToExamine } from './examine-apart.ts'

answerAsked(
  async ({ bytes, beside, roots }: ToExamine): Promise<Examination> =>
    createExaminer(roots.map((root) => new X509Certificate(root)))(bytes, beside),
)
