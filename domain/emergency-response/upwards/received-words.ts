// Who has still to receive what a case or one joined to it has reported, in words?
import { type Text, text } from '../../language/words.ts'

export const receiverWords = {
  province: text('省级', 'Province'),
  city: text('市级', 'City'),
} as const satisfies Record<string, Text>
/** That all of it is received. */
export const allReceived: Text = text('均已签收', 'All are received')
