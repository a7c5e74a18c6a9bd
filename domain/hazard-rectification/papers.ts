// Which official documents does a hazard make, in the order in which they may come?
import type { DocumentDefinition } from '../documents/document.ts'
import { acceptance, notices } from './papers/acceptance.ts'
import { measures, ofTheReport } from './papers/measures.ts'
import { extension, order } from './papers/order.ts'

export const papers: DocumentDefinition[] = [...ofTheReport, ...measures, ...order, ...extension, ...acceptance, ...notices]
