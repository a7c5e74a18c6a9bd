// What does the counter read out to whoever has telephoned?
import type { FollowReceipt } from '../../contract/parts/facts.ts'
import { ReceiptCard } from '../citizen/receipt.tsx'
import { t } from '../client/words.ts'
import { focusWhenReady } from '../screen/page.ts'
import '../citizen/citizen.css'
import { reportWords as w } from './words.ts'

const Counter = (props: { receipt: FollowReceipt; next: string }) => (
  <section class="report-form" aria-labelledby="counter-title">
    <h1 id="counter-title" tabindex="-1" ref={focusWhenReady}>
      {t(w.counter)}
    </h1>
    <p>{t(w.counterText)}</p>
    <ReceiptCard receipt={props.receipt} />
    <p class="form-actions">
      <a class="button primary" href={props.next}>
        {t(w.counterNext)}
      </a>
    </p>
  </section>
)

export default Counter
