// Which documents does an enforcement case make?
import type { DocumentDefinition } from '../model/document.ts'
import { agreementPapers } from './agreements/agreement-papers.ts'
import { closurePapers } from './closure/closure-papers.ts'
import { correctionPapers } from './corrections/correction-papers.ts'
import { counselPapers } from './counsel/counsel-papers.ts'
import { measurePapers } from './measures/measure-papers.ts'
import { compulsionPapers } from './papers/compulsion.ts'
import { onTheSpotPapers } from './papers/on-the-spot.ts'
import { ordinaryPapers } from './papers/ordinary.ts'
import { remedyPapers } from './papers/remedy.ts'
import { suspensionPapers } from './papers/suspension.ts'
import { partyPapers } from './parties/party-papers.ts'
import { partyRemedyPapers } from './party-remedies/party-remedy-papers.ts'
import { transferPapers } from './transfer/transfer-papers.ts'

export const documents: DocumentDefinition[] = [
  ...ordinaryPapers,
  ...transferPapers,
  ...onTheSpotPapers,
  ...compulsionPapers,
  ...remedyPapers,
  ...partyPapers,
  ...partyRemedyPapers,
  ...measurePapers,
  ...suspensionPapers,
  ...counselPapers,
  ...correctionPapers,
  ...closurePapers,
  ...agreementPapers,
]
