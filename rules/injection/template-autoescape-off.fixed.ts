import DOMPurify from 'isomorphic-dompurify';
import ejs from 'ejs';
import Handlebars from 'handlebars';
import nunjucks from 'nunjucks';
import { app } from './app';

nunjucks.configure('views', { autoescape: true, express: app });

export const page = Handlebars.compile('<h1>{{title}}</h1>');

export function comment(text: string): string {
  return ejs.render('<p><%= text %></p>', { text });
}

export function article(html: string): string {
  return ejs.render('<article><%- body %></article>', { body: DOMPurify.sanitize(html) });
}
