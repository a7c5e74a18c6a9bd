// Under which code does somebody pay what he owes himself?
import type { OwnMatterView } from '../../contract/own-matter/own-matter.ts'
import { t } from '../client/words.ts'
import { Codes } from '../payments/codes.tsx'
import { paymentWords as w } from '../payments/words.ts'

const Payments = (props: Pick<OwnMatterView, 'payments'>) => (
  <section class="block" aria-labelledby="payments-title">
    <h2 id="payments-title">{t(w.payments)}</h2>
    <Codes orders={props.payments.orders} receipts={props.payments.receipts} />
  </section>
)

export default Payments
