// What becomes of a fine, and of the days that count, once a reconsideration or an action has ended (处罚法 48, 73)?

type Days = {
  stays: { from: string; to: string }[]
  pendingSince: string | null
  remedyDecidedOn: string | null
}
/** In yuan. */
export type Figures = { imposed: number; owed: number; surchargePaid: number }

/** So many times is a penalty fought over at most. */
const mostStays = 6

/** The days from the application to the decision are not counted, both included (处罚法 73). `to`: when it ended. */
export const daysAfterRemedy = (
  { stays, pendingSince, remedyDecidedOn }: Days,
  { to, withdrawn }: { to: string; withdrawn: boolean },
): Days & { stayed: false } => ({
  pendingSince: null,
  stayed: false,
  stays: [...stays, { from: pendingSince ?? to, to }].slice(-mostStays),
  remedyDecidedOn: withdrawn ? remedyDecidedOn : to,
})

const inFen = (yuan: number): number => Math.round(yuan * 100) / 100
const orNothing = (yuan: number): number | null => (yuan > 0 ? inFen(yuan) : null)

/** The fine is another, in yuan: what was paid above it, and above the surcharge that it can bear, is returned. */
export const figuresAfterChange = (
  { imposed, owed, surchargePaid }: Figures,
  fine: number,
): Figures & { refundDue: number | null } => {
  const paid = imposed - owed
  return {
    imposed: fine,
    owed: Math.max(0, fine - paid),
    surchargePaid: Math.min(surchargePaid, fine),
    refundDue: orNothing(Math.max(0, paid - fine) + Math.max(0, surchargePaid - fine)),
  }
}

/** Nothing is owed any more, and all that was paid is returned. */
export const figuresAfterAnnulment = ({
  imposed,
  owed,
  surchargePaid,
}: Figures): { owed: 0; refundDue: number | null } => ({
  owed: 0,
  refundDue: orNothing(imposed - owed + surchargePaid),
})
