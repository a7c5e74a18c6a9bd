// What does an officer write who files a case anew that the judicial organs have sent back?
import { matter } from '../samples.ts'

export const returned = {
  ...matter,
  source: 'judicial',
  criminalOutcome: 'convicted',
  returnedBy: '柯城区人民法院',
  returnInstrument: '（2026）浙0802刑初1号',
  returnedOn: '2026-06-01',
  effectiveOn: '2026-05-20',
  criminalFine: 30_000,
  partyFined: true,
}
