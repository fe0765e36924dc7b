import ejs from 'ejs';
import Handlebars from 'handlebars';
import nunjucks from 'nunjucks';

// ruleid: injection/template-autoescape-off
nunjucks.configure('views', { autoescape: false, express: app });

// ruleid: injection/template-autoescape-off
export const page = Handlebars.compile('<h1>{{title}}</h1>', { noEscape: true });

export function comment(text: string): string {
  // ruleid: injection/template-autoescape-off
  return ejs.render('<p><%- text %></p>', { text });
}

// ruleid: injection/template-autoescape-off
export const env = new nunjucks.Environment(loader, { autoescape: false });

// ok: injection/template-autoescape-off
nunjucks.configure('views', { autoescape: true, express: app });
// ok: injection/template-autoescape-off
export const escaped = Handlebars.compile('<h1>{{title}}</h1>');

export function safeComment(text: string): string {
  // ok: injection/template-autoescape-off
  return ejs.render("<%- include('head') %><p><%= text %></p>", { text });
}

export function article(html: string): string {
  const clean = DOMPurify.sanitize(html);
  // ok: injection/template-autoescape-off
  const whole = ejs.render('<article><%- clean %></article>', { clean });
  // ok: injection/template-autoescape-off
  return whole + ejs.render('<footer><%- body %></footer>', { body: DOMPurify.sanitize(html) });
}
