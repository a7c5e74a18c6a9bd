// Which official documents does a hazard make, in the order in which they may come?
import type { DocumentDefinition } from '../../model/document.ts'
import { acceptance, notices } from './acceptance.ts'
import { measures, ofTheReport } from './measures.ts'
import { extension, order } from './order.ts'

export const papers: DocumentDefinition[] = [
  ...ofTheReport,
  ...measures,
  ...order,
  ...extension,
  ...acceptance,
  ...notices,
]
