// What did a process complain about last?
import { existsSync, readFileSync } from 'node:fs'

/** The last line of a log that names an error, else its last line, else nothing. */
export function lastComplaint(log: string): string {
  const lines = existsSync(log)
    ? readFileSync(log, 'utf8')
        .slice(-20_000)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : []
  return (
    lines.findLast((line) => /^(\w*Error|Uncaught|error):? /.test(line)) ??
    lines.at(-1) ??
    ''
  ).slice(0, 500)
}
