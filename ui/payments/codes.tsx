// Under which code is a fine paid, and what was paid on it?
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { renderSVG } from 'uqr'
import type { PaymentOrderView, PaymentReceiptView } from '../../contract/payments/payments.ts'
import { spellFen } from '../../domain/language/money.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { showDate } from '../screen/time.ts'
import { paymentWords as w } from './words.ts'
import './payments.css'

/** In fours, as it is read aloud. */
const grouped = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

const Bill = (props: { order: PaymentOrderView; named: boolean }) => (
  <Switch>
    <Match when={props.order.owedFen === 0 && props.order.code}>
      {(code) => <p class="muted">{t(fill(w.over, { code: grouped(code()) }))}</p>}
    </Match>
    <Match when={props.order.code}>
      {(code) => (
        <div class="payment-code">
          <img
            src={`data:image/svg+xml,${encodeURIComponent(renderSVG(code(), { ecc: 'M' }))}`}
            alt={t(w.picture)}
            width="132"
            height="132"
          />
          <div>
            <Show when={props.named}>
              <p>{t(props.order.payer)}</p>
            </Show>
            <p>
              {t(w.code)} <strong class="payment-number">{grouped(code())}</strong>
            </p>
            <p>{t(fill(w.amount, { yuan: spellFen(props.order.amountFen) }))}</p>
            <Show when={props.order.owedFen !== props.order.amountFen}>
              <p>{t(fill(w.owed, { yuan: spellFen(props.order.owedFen) }))}</p>
            </Show>
            <p class="muted">{t(w.howToPay)}</p>
          </div>
        </div>
      )}
    </Match>
    <Match when={props.order.state === 'waiting' && props.order.owedFen > 0}>
      <p role="status">{t(w.waiting)}</p>
    </Match>
    <Match when={props.order.state === 'refused'}>
      <p class="notice warn">{t(w.refused)}</p>
    </Match>
  </Switch>
)

const refundWords = {
  waiting: w.refundWaiting,
  issued: w.refundAsked,
  refused: w.refundRefused,
} as const

const Refund = (props: { order: PaymentOrderView }) => (
  <Show when={props.order.state !== 'by-hand' && refundWords[props.order.state]}>
    {(words) => <p>{t(fill(words(), { yuan: spellFen(props.order.amountFen) }))}</p>}
  </Show>
)

/** What is no yuan is not called so. */
export const sumOf = (hundredths: number, currency: string): string =>
  currency === 'CNY'
    ? t(fill(w.yuan, { yuan: spellFen(hundredths) }))
    : `${spellFen(hundredths)} ${currency}`

const receiptWords = ({ kind, on, receipt, amountFen, currency }: PaymentReceiptView): string =>
  t(
    fill(kind === 'refund' ? w.refunded : w.paid, {
      on: showDate(on),
      receipt,
      sum: sumOf(amountFen, currency),
    }),
  )

/** The newest code of each payer is the one to pay under. */
const newestOf = (orders: readonly PaymentOrderView[]): PaymentOrderView[] =>
  orders.filter(
    (one, index) => !orders.slice(index + 1).some(({ payer }) => payer.zh === one.payer.zh),
  )

/** `named`: several people pay, so each code says whose it is. */
export const Codes = (props: {
  orders: readonly PaymentOrderView[]
  receipts: readonly PaymentReceiptView[]
  named?: boolean
}) => {
  const bills = createMemo(() => newestOf(props.orders.filter(({ ask }) => ask === 'bill')))
  const refunds = () => props.orders.filter(({ ask }) => ask === 'refund')
  return (
    <>
      <For each={bills()}>{(order) => <Bill order={order} named={props.named === true} />}</For>
      <For each={refunds()}>{(order) => <Refund order={order} />}</For>
      <Show when={props.receipts.length > 0}>
        <ul class="tips">
          <For each={props.receipts}>
            {(receipt) => (
              <li>
                <Show when={props.named}>{t(receipt.payer)} · </Show>
                {receiptWords(receipt)}
                <Show when={receipt.state !== 'booked'}>
                  {' '}
                  <span class="tag">{t(w.kept)}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}
