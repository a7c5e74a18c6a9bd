// Which instant is meant by a time that a device writes without a zone?

export type WallTime = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

/** Beijing has kept +8 without summer time since 1992; devices of these protocols are younger. */
const AHEAD = 8 * 3600_000

/** The instant of a Beijing wall time; undefined when the calendar or the clock has no such time (31 April, hour 24). */
export const instantOf = (wall: WallTime): Date | undefined => {
  const { year, month, day, hour, minute, second } = wall
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - AHEAD)
  const same = wallOf(instant)
  return (Object.keys(same) as (keyof WallTime)[]).every((key) => same[key] === wall[key])
    ? instant
    : undefined
}

/** What a clock on a wall in Beijing shows at an instant, to the second. */
export const wallOf = (instant: Date): WallTime => {
  const there = new Date(instant.getTime() + AHEAD)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `2026-11-26 18:40:05`, as people in Beijing write it. */
export const writtenTime = (instant: Date): string => {
  const { year, month, day, hour, minute, second } = wallOf(instant)
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
}
