// What must stand behind a service that nobody has signed for (民诉法 89, 90)?
import { text } from '../language/words.ts'
import type { CaseEvent, Verdict } from '../model/process.ts'

type Service = Pick<CaseEvent, 'data'>

const isSaid = (answer: unknown): boolean => typeof answer === 'string' && answer.trim() !== ''
const isFiled = (answer: unknown): boolean => Array.isArray(answer) && answer.length > 0

/** 民诉法 89: why it was not taken, and somebody who has seen it left there, or pictures of it. */
const leftLawfully = ({ data }: Service): Verdict =>
  data.method !== 'left' ||
  (isSaid(data.refusedBecause) && (isSaid(data.witness) || isFiled(data.recording))) ||
  text(
    '留置送达须记明拒收事由，并有见证人，或者附送达过程的照片、录像（《民事诉讼法》第八十九条）',
    'What is left at the place comes with the reason why it was not taken, and with a witness, or photos or a video (Civil Procedure Law art. 89)',
  )

const electronicLawfully = ({ data }: Service, agreed: boolean): Verdict =>
  data.method !== 'electronic' ||
  agreed ||
  isFiled(data.consent) ||
  text(
    '当事人没有书面同意电子送达：请附其签订的送达地址确认书，或者以其他方式送达（《行政处罚法》第六十一条第二款、《民事诉讼法》第九十条）',
    'The party has not agreed in writing to electronic service: put its confirmation on file, or serve it otherwise (Penalty Law art. 61(2), Civil Procedure Law art. 90)',
  )

/** `agreed`: the party has agreed to electronic service in this case before. A service without a method yet is not judged. */
export const provenLawfully = (event: Service, agreed = false): Verdict => {
  const left = leftLawfully(event)
  return left === true ? electronicLawfully(event, agreed) : left
}
