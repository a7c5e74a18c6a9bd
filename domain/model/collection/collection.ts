// What does a process ask of the platform by which the treasury takes money, and how does it write down what has come?
import type { Text } from '../../language/words.ts'
import type { AskedBy } from '../../law/calculations/ask.ts'
import type { Address } from '../../organisation/offices.ts'
import type { Instant } from '../../time/instant.ts'

/**
 * `bill`: a code under which so much is paid; `refund`: so much is to go back. In fen. `of`: an act of an item may ask for what its case or
 * another item owes, or has paid; absent: for what whoever acts owes.
 */
export type PaymentRequest = {
  ask: 'bill' | 'refund'
  amountFen: number
  of?: 'case' | { kind: string; nth: number }
}

/** `item`: whose money it is; null: that of the enterprise of the case. */
export type PaymentEffect = PaymentRequest & {
  kind: 'payment'
  about: string
  item: number | null
  notBefore: Instant
}

/** What has reached the treasury, or has left it again: on which day, under which number of the receipt. */
export type Money = {
  kind: 'payment' | 'refund'
  amountFen: number
  on: string
  receipt: string
}

/** The act that writes it down. Its fields `amount`, `surcharge` and `refunded` are in yuan. */
export type Booking = { type: string; data: Record<string, unknown> }

/** By what the chart remembers; words: why a person has to look at it. Total. */
export type Collection = (
  context: Record<string, unknown>,
  money: Money,
  by: AskedBy,
) => Booking | Text

/** Of the case itself, and of each kind of item that owes money by itself. */
export type Collections = {
  case: Collection
  items: Record<string, Collection>
  /** In which of the open items a refund to one of them, or to one that has ended, is written down; null: in that one itself. Absent: always. Total. */
  refundedIn?: (
    open: readonly { no: number; kind: string; context: Record<string, unknown> }[],
    paidBy: { kind: string; nth: number },
    amountFen: number,
  ) => number | null
  /** What is still owed, in fen, by what the chart of the case or of the item remembers. Total. */
  owed: (context: Record<string, unknown>) => number
  /** Who of the authorities reads the codes of a case, and clears what differs. */
  officers: readonly Address[]
}
