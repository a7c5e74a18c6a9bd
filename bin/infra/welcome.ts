// What does a newcomer read when the demo is up?
import { type Role, roles as words } from '../../domain/organisation/roles.ts'

type Account = {
  username: string
  password: string
  name: string
  roles: Role[]
  office?: string
  enterprise?: string
}

/** The address, the mailbox and the demo accounts, as lines for a terminal. */
export async function welcome(address: string, mailbox: boolean): Promise<string> {
  const accounts = await demoAccounts(address)
  const rows = accounts.map(({ username, password, name, roles, office, enterprise }) => [
    username,
    password,
    name,
    office ?? enterprise ?? '',
    roles.map((role) => words[role].zh).join(' '),
  ])
  return [
    '',
    `  智慧安监 anjian    ${address}`,
    ...(mailbox ? [`  邮件 mails         ${address}/mailbox`] : []),
    ...(rows.length > 0
      ? [
          '',
          ...table([
            ['账号 account', '密码 password', '姓名 name', '单位 office', '角色 roles'],
            ...rows,
          ]),
        ]
      : []),
    '',
    '  Ctrl-C 停止 stops everything; the next start finds all cases again.',
    '',
  ].join('\n')
}

async function demoAccounts(address: string): Promise<Account[]> {
  const answer = await fetch(`${address}/api/demo/accounts`).catch(() => undefined)
  if (!answer?.ok) return []
  const body = (await answer.json()) as Account[] | { accounts: Account[] }
  return Array.isArray(body) ? body : body.accounts
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  const line = (row: string[]) =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join('  ')
  return rows.map((row) => `  ${line(row).trimEnd()}`)
}

// A Chinese character takes two places of a terminal.
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffe6]/.test(character) ? 2 : 1),
    0,
  )
}
