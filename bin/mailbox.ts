// Which page shows the mails of the demo?
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { MailStore, StoredMail } from './infra/mail/mail-store.ts'

const MOST = 500

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif }
body { max-width: 46rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.4rem }
summary .facts { display: block }
small, .facts { color: light-dark(#4b5563, #b6bdc9); font-size: .875rem; margin: 0 }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 1rem 0 }
label { flex: 1 1 14rem }
input { display: block; width: 100%; box-sizing: border-box }
input, button { font: inherit; padding: .5rem .75rem; min-height: 2.75rem }
details { border: 1px solid light-dark(#cbd5e1, #475569); border-radius: .5rem; margin: .5rem 0; padding: .5rem .75rem }
summary { cursor: pointer; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .5rem 0 0 }
`

/** The mailbox of the demo: a page, its style sheet (the CSP allows no inline style), and the same mails as JSON. */
export function createMailbox(store: Pick<MailStore, 'mails'>) {
  return new Hono()
    .get('/', (c) =>
      c.html(
        page(
          store.mails(query(c.req.query())),
          c.req.query('to') ?? '',
          c.req.path.replace(/\/$/, ''),
        ),
      ),
    )
    .get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .get('/messages', (c) => c.json({ messages: store.mails(query(c.req.query())) }))
}

function query({ to, limit }: Record<string, string>) {
  const most = Math.min(Number(limit) > 0 ? Math.floor(Number(limit)) : 200, MOST)
  return to ? { to: to.trim(), limit: most } : { limit: most }
}

function page(mails: StoredMail[], to: string, base: string) {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>演示信箱 · Demo mailbox</title>
  <link rel="stylesheet" href="${base}/style.css">
</head>
<body>
  <main>
    <h1>演示信箱 <small lang="en">Demo mailbox</small></h1>
    <p class="facts">系统发出的邮件都在这里，最新的在前。<span lang="en">Every mail the system sends ends up here, newest first.</span></p>
    <form method="get" action="${base || '/'}">
      <label>收件人 <span lang="en">Recipient</span><input type="email" name="to" value="${to}" autocomplete="off"></label>
      <button type="submit">筛选 <span lang="en">Filter</span></button>
    </form>
    ${mails.length === 0 ? html`<p>还没有邮件。<span lang="en">No mail yet.</span></p>` : mails.map(entry)}
  </main>
</body>
</html>`
}

function entry(mail: StoredMail) {
  const copies =
    mail.copies > 1 ? html` · 重发 <span lang="en">resent</span> ×${mail.copies - 1}` : ''
  return html`<details>
      <summary><strong>${mail.subject || '（无主题 no subject）'}</strong>
        <span class="facts">${mail.to.join(', ')} · <time datetime="${mail.receivedAt}">${localTime(mail.receivedAt)}</time>${copies}</span></summary>
      <p class="facts">发件人 <span lang="en">From</span>: ${mail.from}</p>
      <pre>${mail.text}</pre>
    </details>`
}

function localTime(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
}
