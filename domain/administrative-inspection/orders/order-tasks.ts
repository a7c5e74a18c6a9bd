// Which tasks do the orders of an inspection want?

/** The closed list of tasks of the orders. */
export type OrderTask =
  | 'recheck-order'
  | 'recheck-measures'
  | 'carry-out-order'
  | 'carry-out-measures'
  | 'decide-order-extension'
