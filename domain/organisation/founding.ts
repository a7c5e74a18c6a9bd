// How does a server come to its first two administrators, and when may it not be founded (again)?
import { type Text, text } from '../language/words.ts'

export const SEATS = 2
/** How long the link of a place is good. */
export const SEAT_HOURS = 48

/** A place: the link still out, or taken by somebody. */
export type Seat = { seat: number; expiresAt: Date; person: string | null }

/** Which places get a new link; in words why there is none. `people`: how many are in the register. */
export const seatsToOpen = (
  seats: Seat[],
  { people, renew, now }: { people: number; renew: boolean; now: Date },
): number[] | Text => {
  if (seats.length === 0)
    return people === 0
      ? Array.from({ length: SEATS }, (_, index) => index + 1)
      : text(
          '登记册中已有人员，不能再初始化',
          'The register holds people already: nothing to found',
        )
  const free = seats.filter(({ person }) => person === null)
  if (free.length === 0)
    return text(
      '系统已经初始化：两名系统管理员均已启用。新的管理员由他们任命。',
      'This server is founded: both first administrators are there, and they appoint others.',
    )
  if (renew) return free.map(({ seat }) => seat)
  const open = free.filter(({ expiresAt }) => expiresAt > now).length
  return text(
    `系统已经初始化：${free.length} 个链接尚未使用${open > 0 ? '' : '，均已过期'}。如需作废并重新生成，请加 --renew。`,
    `This server is founded: ${free.length} link(s) not yet used${open > 0 ? '' : ', all expired'}. To void them and print new ones, add --renew.`,
  )
}
