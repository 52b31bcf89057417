// The catcher's page: what the product sent, newest first.
// Letters are shown in a sandboxed frame, everything else as text.
import type { CaughtMessage } from './store.server.ts';

export function listPage(messages: readonly CaughtMessage[], selected: CaughtMessage | undefined, to: string): string {
  const rows = messages.map((m) => row(m, selected?.id, to)).join('');
  const empty = '<p class="empty">Пока ничего не отправлено. Письма и SMS появятся здесь сами.</p>';
  return layout(`<nav aria-label="Сообщения"><form><input name="to" type="search" value="${escape(to)}" placeholder="Кому: почта или телефон" aria-label="Кому"></form>
<ol id="list">${rows || `<li>${empty}</li>`}</ol></nav><main>${selected ? message(selected) : '<p class="empty">Выберите сообщение.</p>'}</main>`);
}

function row(m: CaughtMessage, selected: string | undefined, to: string): string {
  const query = new URLSearchParams({ ...(to ? { to } : {}), id: m.id });
  const current = m.id === selected ? ' aria-current="true"' : '';
  return `<li><a href="/?${escape(query.toString())}"${current}><span class="kind">${m.kind === 'sms' ? 'SMS' : 'Письмо'}</span> <time>${time(m.at)}</time>
<b>${escape(m.to)}</b><span class="line">${escape(m.kind === 'sms' ? m.text : m.subject)}</span></a></li>`;
}

function message(m: CaughtMessage): string {
  const head = `<header><h1>${escape(m.kind === 'sms' ? `SMS на ${m.to}` : m.subject || 'Без темы')}</h1>
<dl><dt>Кому</dt><dd>${escape(m.to)}</dd><dt>От</dt><dd>${escape(m.from)}</dd><dt>Когда</dt><dd>${escape(new Date(m.at).toLocaleString('ru-RU'))}</dd></dl></header>`;
  const text = `<section class="text">${withLinks(m.text)}</section>`;
  if (!m.html) return head + text;
  return `${head}<iframe title="Письмо" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/html/${encodeURIComponent(m.id)}"></iframe>
<details><summary>Текст письма</summary>${text}</details>`;
}

/** Escaped first, so a link can only hold what escaping left. */
function withLinks(text: string): string {
  return escape(text).replace(
    /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)»]/g,
    (url) => `<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`,
  );
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function time(at: string): string {
  return new Date(at).toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

const STYLE = `*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1b2128;background:#f4f5f7}
.bar{padding:12px 20px;background:#fff;border-bottom:1px solid #d5d9df;font-weight:600}.bar small{font-weight:400;color:#55606d;margin-left:8px}
.grid{display:grid;grid-template-columns:minmax(260px,360px) 1fr;min-height:calc(100vh - 50px)}@media(max-width:720px){.grid{grid-template-columns:1fr}}
nav{border-right:1px solid #d5d9df;background:#fff}nav form{padding:12px}input{width:100%;padding:8px 10px;font:inherit;border:1px solid #77828f;border-radius:6px}
ol{list-style:none;margin:0;padding:0}ol a{display:block;padding:10px 16px;border-top:1px solid #e6e9ed;color:inherit;text-decoration:none}
ol a:hover{background:#f4f5f7}ol a[aria-current]{background:#e8eefc}ol b,.line{display:block;overflow-wrap:anywhere}.line{color:#3d4753;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.kind{font-size:13px;color:#55606d}time{float:right;font-size:13px;color:#55606d}main{padding:20px;min-width:0}h1{font-size:22px;margin:0 0 12px;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0 0 16px}dt{color:#55606d}dd{margin:0;overflow-wrap:anywhere}
.text{white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;border:1px solid #d5d9df;border-radius:8px;padding:16px}
iframe{width:100%;height:60vh;background:#fff;border:1px solid #d5d9df;border-radius:8px}.empty{padding:16px;color:#55606d}details{margin-top:12px}a{color:#1f4fc4}`;

/** Asks for a newer list every two seconds; the open message stays where it is. */
const SCRIPT = `const list=document.getElementById('list');setInterval(async()=>{try{const r=await fetch(location.href,{headers:{accept:'text/html'}});
const next=new DOMParser().parseFromString(await r.text(),'text/html').getElementById('list');if(next&&next.innerHTML!==list.innerHTML)list.innerHTML=next.innerHTML}catch{}},2000)`;

function layout(body: string): string {
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Отправленные письма и SMS</title>
<style>${STYLE}</style></head><body><div class="bar">Отправленные письма и SMS<small>наружу ничего не уходит</small></div><div class="grid">${body}</div><script>${SCRIPT}</script></body></html>`;
}
