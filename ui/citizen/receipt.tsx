// What is somebody given when his report has been received?
import { createSignal, Show } from 'solid-js'
import { t } from '../client/words.ts'
import { focusWhenReady } from '../screen/page.ts'
import type { Receipt } from './question.ts'
import { citizenWords as w } from './words.ts'

/** Two groups are easier to read out and to copy by hand. */
export const spaced = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`

const copy = async (words: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    return false // refused, or a page without HTTPS
  }
}

/** Number and code in large letters, to be written down, printed or read out on the telephone. */
export const ReceiptCard = (props: { receipt: Receipt }) => {
  const [copied, setCopied] = createSignal<boolean | null>(null)
  const number = () => props.receipt.number ?? props.receipt.receipt
  return (
    <section class="receipt-card" aria-labelledby="receipt-number">
      <dl>
        <dt id="receipt-number">{t(props.receipt.number ? w.yourNumber : w.yourReceipt)}</dt>
        <dd class="receipt-value">{number()}</dd>
        <dt>{t(w.yourCode)}</dt>
        <dd class="receipt-value receipt-code">{spaced(props.receipt.code)}</dd>
      </dl>
      <p>{t(w.keep)}</p>
      <p class="receipt-acts">
        <button type="button" class="button" onClick={() => window.print()}>
          {t(w.print)}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void copy(`${number()} ${props.receipt.code}`).then(setCopied)}
        >
          {t(w.copy)}
        </button>
        <span role="status">
          <Show when={copied() !== null}>{t(copied() ? w.copied : w.copyFailed)}</Show>
        </span>
      </p>
    </section>
  )
}

/** GOV.UK confirmation: it has arrived, this is your number, this happens next. */
export const Confirmed = (props: {
  receipt: Receipt
  late: boolean
  onFollow: () => void
  onAnother: () => void
}) => (
  <>
    <h1 tabindex="-1" ref={focusWhenReady}>
      {props.late ? t(w.doneFirst) : `✓ ${t(w.done)}`}
    </h1>
    <Show when={props.late}>
      <p class="notice warn">{t(w.changesNotKept)}</p>
    </Show>
    <ReceiptCard receipt={props.receipt} />
    <section class="block" aria-labelledby="after-title">
      <h2 id="after-title">{t(w.after)}</h2>
      <ol class="tips">
        <li>{t(w.afterVerify)}</li>
        <li>{t(w.afterAnswer)}</li>
      </ol>
    </section>
    <p class="form-actions">
      <button type="button" class="button primary" onClick={() => props.onFollow()}>
        {t(w.followNow)}
      </button>
      <button type="button" class="button quiet" onClick={() => props.onAnother()}>
        {t(w.another)}
      </button>
    </p>
  </>
)
